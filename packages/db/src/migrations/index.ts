import type { Migration } from "kysely/migration";
import { up as theHouse } from "./0001-the-house.ts";
import { up as sending } from "./0002-sending.ts";
import { up as peopleSearch } from "./0003-people-search.ts";
import { up as reactionsAndPins } from "./0004-reactions-and-pins.ts";
import { up as revokedSessions } from "./0005-revoked-sessions.ts";
import { up as messagesInFull } from "./0006-messages-in-full.ts";
import { up as channelsAndGroups } from "./0007-channels-and-groups.ts";
import { up as people } from "./0008-people.ts";
import { up as polls } from "./0009-polls.ts";
import { up as later } from "./0010-later.ts";
import { up as search } from "./0011-search.ts";
import { up as threads } from "./0012-threads.ts";
import { up as mentions } from "./0014-mentions.ts";
import { up as attachments } from "./0015-attachments.ts";
import { up as groupPictures } from "./0016-group-pictures.ts";
import { up as searchByTime } from "./0017-search-by-time.ts";
import { up as filesWithoutMessages } from "./0018-files-without-messages.ts";
import { up as markTimes } from "./0019-mark-times.ts";
import { up as stickers } from "./0020-stickers.ts";
import { up as fileFacts } from "./0022-file-facts.ts";
import { up as gatheredWords } from "./0023-gathered-words.ts";
import { up as emoji } from "./0024-emoji.ts";
import { up as films } from "./0026-films.ts";
import { up as takenBack } from "./0027-taken-back.ts";

/** Every migration in order. Forward only: a change of mind is a new migration. */
export const migrations: Record<string, Migration> = {
  "0001-the-house": { up: theHouse },
  "0002-sending": { up: sending },
  "0003-people-search": { up: peopleSearch },
  "0004-reactions-and-pins": { up: reactionsAndPins },
  "0005-revoked-sessions": { up: revokedSessions },
  "0006-messages-in-full": { up: messagesInFull },
  "0007-channels-and-groups": { up: channelsAndGroups },
  "0008-people": { up: people },
  "0009-polls": { up: polls },
  "0010-later": { up: later },
  "0011-search": { up: search },
  "0012-threads": { up: threads },
  "0014-mentions": { up: mentions },
  "0015-attachments": { up: attachments },
  "0016-group-pictures": { up: groupPictures },
  "0017-search-by-time": { up: searchByTime },
  "0018-files-without-messages": { up: filesWithoutMessages },
  "0019-mark-times": { up: markTimes },
  "0020-stickers": { up: stickers },
  "0022-file-facts": { up: fileFacts },
  "0023-gathered-words": { up: gatheredWords },
  "0024-emoji": { up: emoji },
  "0026-films": { up: films },
  "0027-taken-back": { up: takenBack },
};
