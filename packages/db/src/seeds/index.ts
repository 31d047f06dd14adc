export { demoCast } from "./cast.ts";
export { isDemo, seedDemo } from "./seed-demo.ts";
