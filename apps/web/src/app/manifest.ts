import type { ManifestOptions } from "vite-plugin-pwa";

type Manifest = Partial<ManifestOptions>;

/** How Parley installs: its name, icons, shortcuts and what the system may hand it. */
export const manifest: Manifest = {
  id: "/",
  name: "Parley",
  short_name: "Parley",
  description: "A chat app that never loses a word.",
  lang: "en",
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "standalone",
  display_override: ["standalone", "minimal-ui"],
  orientation: "any",
  theme_color: "#f4f6f7",
  background_color: "#f4f6f7",
  categories: ["social", "communication", "productivity"],
  launch_handler: { client_mode: ["navigate-existing", "auto"] },
  icons: [
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
    { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
    { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    { src: "/icons/mono-512.png", sizes: "512x512", type: "image/png", purpose: "monochrome" },
    { src: "/icons/app-icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
  ],
  shortcuts: [
    { name: "New chat", url: "/new", icons: [{ src: "/icons/shortcut-new.png", sizes: "96x96", type: "image/png" }] },
    {
      name: "Settings",
      url: "/settings",
      icons: [{ src: "/icons/shortcut-settings.png", sizes: "96x96", type: "image/png" }],
    },
  ],
  screenshots: [
    {
      src: "/screenshots/wide.png",
      sizes: "1440x900",
      type: "image/png",
      form_factor: "wide",
      label: "A group and the list of chats",
    },
    { src: "/screenshots/phone.png", sizes: "780x1688", type: "image/png", form_factor: "narrow", label: "The chats" },
  ],
  share_target: {
    action: "/share",
    method: "POST",
    enctype: "multipart/form-data",
    params: { title: "title", text: "text", url: "url", files: [{ name: "files", accept: ["*/*"] }] },
  },
  protocol_handlers: [{ protocol: "web+parley", url: "/open?link=%s" }],
};
