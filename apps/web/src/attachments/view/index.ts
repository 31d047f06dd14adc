export { Album } from "./Album.tsx";
export { FileRows } from "./FileRows.tsx";
