import { render } from "solid-js/web";
import { ToastProvider } from "../src/index.ts";
import "../src/styles/index.css";
import "./gallery.css";
import { Gallery } from "./Gallery.tsx";

// ?theme=dark&accent=iris&density=compact&contrast=more&dir=rtl
const wanted = new URLSearchParams(location.search);
for (const name of ["theme", "accent", "density", "contrast", "motion"]) {
  const value = wanted.get(name);
  if (value) document.documentElement.dataset[name] = value;
}
document.documentElement.dir = wanted.get("dir") ?? "ltr";

const root = document.getElementById("root");
if (root) {
  render(
    () => (
      <ToastProvider>
        <Gallery />
      </ToastProvider>
    ),
    root,
  );
}
