import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";

const page = <Name extends string>(load: () => Promise<Record<Name, import("solid-js").Component>>, name: Name) =>
  lazy(() => load().then((module) => ({ default: module[name] })));

export const routes: RouteDefinition[] = [
  { path: "/", component: page(() => import("./NothingOpen.tsx"), "NothingOpen") },
  { path: "/archived", component: page(() => import("./NothingOpen.tsx"), "NothingOpen") },
  {
    // One screen: going into a thread and out of it leaves the timeline where it was.
    path: ["/c/:conversationId/:pane?", "/c/:conversationId/t/:threadId"],
    component: page(() => import("./ConversationPage.tsx"), "ConversationPage"),
    matchFilters: { pane: ["details", "gallery", "settings"] },
  },
  { path: "/search", component: page(() => import("./NothingOpen.tsx"), "NothingOpen") },
  { path: "/people", component: page(() => import("../people/PeoplePage.tsx"), "PeoplePage") },
  { path: "/requests", component: page(() => import("../people/RequestsPage.tsx"), "RequestsPage") },
  { path: "/u/:username", component: page(() => import("../people/PersonLinkPage.tsx"), "PersonLinkPage") },
  { path: "/gallery", component: page(() => import("../attachments/gallery/FilesPage.tsx"), "FilesPage") },
  { path: "/stickers/:packId", component: page(() => import("../stickers/PackPage.tsx"), "PackPage") },
  { path: "/threads", component: page(() => import("../conversations/ThreadsPage.tsx"), "ThreadsPage") },
  { path: "/new", component: page(() => import("../conversations/NewConversation.tsx"), "NewConversation") },
  {
    path: "/share",
    component: page(() => import("../conversations/ShareIntoConversation.tsx"), "ShareIntoConversation"),
  },
  { path: "/join/:code", component: page(() => import("./JoinPage.tsx"), "JoinPage") },
  { path: "/channels", component: page(() => import("../channels/ChannelsPage.tsx"), "ChannelsPage") },
  { path: "/channel/:address", component: page(() => import("../channels/ChannelPage.tsx"), "ChannelPage") },
  { path: "/open", component: page(() => import("./OpenLink.tsx"), "OpenLink") },
  { path: "/settings/:page?", component: page(() => import("../settings/SettingsPage.tsx"), "SettingsPage") },
  { path: "*", component: page(() => import("./PageMissing.tsx"), "PageMissing") },
];
