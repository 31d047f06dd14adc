export { type Api, type App, startApp } from "./start-app.ts";
