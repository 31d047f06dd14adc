import { attachments } from "./attachments.ts";
import { channels } from "./channels.ts";
import { chat } from "./chat.ts";
import { choosing } from "./choosing.ts";
import { contacts } from "./contacts.ts";
import { emoji } from "./emoji.ts";
import { files } from "./files.ts";
import { gallery } from "./gallery.ts";
import { groups } from "./groups.ts";
import { kinds } from "./kinds.ts";
import { laterActs } from "./later-acts.ts";
import { messageInfo } from "./message-info.ts";
import { organisingActs } from "./organising-acts.ts";
import { passing } from "./passing.ts";
import { privacy } from "./privacy.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { status } from "./status.ts";
import { stickers } from "./stickers.ts";
import { tags } from "./tags.ts";
import { threadPane } from "./thread-pane.ts";
import { voice } from "./voice.ts";

export const catalog = {
  ...attachments,
  ...organisingActs,
  ...chat,
  ...choosing,
  ...contacts,
  ...channels,
  ...emoji,
  ...files,
  ...gallery,
  ...groups,
  ...kinds,
  ...laterActs,
  ...messageInfo,
  ...search,
  ...privacy,
  ...passing,
  ...settings,
  ...voice,
  ...threadPane,
  ...status,
  ...stickers,
  ...tags,
};
