export { openBrowser } from "./browser.ts";
export { makeFilm } from "./make-film.ts";
export { smallHeic } from "./small-heic.ts";
export { type Api, type App, startApp } from "./start-app.ts";
export { startS3 } from "./start-s3.ts";
export { sendFiles, upload } from "./uploads.ts";
export { makeWaitingFfmpeg } from "./waiting-ffmpeg.ts";
