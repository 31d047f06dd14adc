import * as v from "valibot";
import { conversationId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { type FolderValue, folderRules, notificationLevels, type Organising } from "./organising.ts";
import { lineInput } from "./text-inputs.ts";

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.pipe(v.number(), v.finite());

/** What the value of each `organising` row may be; its key is `<conversationId>:<field>`. */
export const organisingValues = {
  mute: v.union([v.literal("changed"), v.pipe(v.string(), v.isoTimestamp())]),
  level: v.picklist(notificationLevels),
  pin: place,
  archive: seq,
  unread: seq,
} satisfies { [Field in keyof Organising]-?: v.GenericSchema<unknown, Organising[Field]> };

/** What the value of a `folder` row may be. */
export const folderValue = v.strictObject({
  name: lineInput(1, limits.folderNameLength),
  place,
  rules: v.pipe(v.array(v.picklist(folderRules)), v.maxLength(folderRules.length)),
  chosen: v.pipe(v.array(conversationId), v.maxLength(limits.folderChosen)),
}) satisfies v.GenericSchema<unknown, FolderValue>;
