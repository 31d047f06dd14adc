export { type Api, type App, startApp } from "./start-app.ts";
export { sendFiles, upload } from "./uploads.ts";
