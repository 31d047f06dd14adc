import { useToast } from "@parley/ui";
import { useAnnounce } from "../app/announce.tsx";
import { useI18n } from "../i18n/index.ts";
import { createConversations, createFolders, useSync } from "../sync/index.ts";
import type { OrganisingActs } from "./organising-acts.ts";

type Act = {
  [Name in keyof OrganisingActs]: [name: Name, ...given: Parameters<OrganisingActs[Name]>];
}[keyof OrganisingActs];
export type Organise = (...act: Act) => void;

/** Runs what a person does to keep their conversations in order; that code loads when it is first needed. */
export function createOrganising(): Organise {
  const source = {
    sync: useSync(),
    i18n: useI18n(),
    toast: useToast(),
    announce: useAnnounce(),
    conversations: createConversations(),
    folders: createFolders(),
  };
  return (name, ...given) =>
    void import("./organising-acts.ts").then(({ makeOrganisingActs }) => {
      const act = makeOrganisingActs(source)[name] as (...input: typeof given) => void;
      act(...given);
    });
}
