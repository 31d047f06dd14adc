import type { OutboxCommand, Stored } from "./command.ts";

export type Collapsed = { remove: number[]; change: Stored[]; add: OutboxCommand | null };

/**
 * [O5] What a new command does to those that wait. One that may have reached the server is never changed:
 * the server answers a repeat with its first result, so a change to it would be lost.
 */
export function collapse(waiting: Stored[], fresh: OutboxCommand): Collapsed {
  switch (fresh.type) {
    case "editMessage": {
      const send = waiting.find((it) => it.type === "sendMessage" && it.input.messageId === fresh.input.messageId);
      if (send?.type === "sendMessage" && !send.wasTried) {
        // Editing what was refused sends it again.
        return changed({
          ...send,
          input: { ...send.input, text: fresh.input.text, shown: fresh.input.shown },
          state: "waiting",
          failure: undefined,
        });
      }
      const edit = waiting.find(
        (it) => it.type === "editMessage" && it.input.messageId === fresh.input.messageId && !it.wasTried,
      );
      if (edit?.type === "editMessage")
        return changed({ ...edit, input: fresh.input, state: "waiting", failure: undefined });
      return added(fresh);
    }
    case "deleteMessage": {
      const about = waiting.filter((it) => "messageId" in it.input && it.input.messageId === fresh.input.messageId);
      const send = about.find((it) => it.type === "sendMessage");
      const remove = about.filter((it) => send || !it.wasTried).map((it) => it.n);
      // What was tried the server is told of: it has the message, or will not take it should it still come.
      return { remove, change: [], add: send && !send.wasTried ? null : fresh };
    }
    case "reactToMessage":
    case "pinMessage":
    case "voteInPoll":
    case "closePoll": {
      const same = waiting.find((it) => isAboutTheSame(it, fresh) && !it.wasTried);
      return same ? changed({ ...fresh, n: same.n, id: same.id }) : added(fresh);
    }
    case "markRead": {
      const mark = waiting.find(
        (it) => it.type === "markRead" && it.input.conversationId === fresh.input.conversationId,
      );
      if (mark?.type !== "markRead") return added(fresh);
      const readSeq = Math.max(mark.input.readSeq, fresh.input.readSeq);
      const deliveredSeq = Math.max(mark.input.deliveredSeq, fresh.input.deliveredSeq);
      const readReplies = Math.max(mark.input.readReplies ?? 0, fresh.input.readReplies ?? 0);
      if (!mark.wasTried) return changed({ ...mark, input: { ...fresh.input, readSeq, deliveredSeq, readReplies } });
      return added(fresh);
    }
    case "setOwn": {
      const own = waiting.find((it) => it.lane === fresh.lane && !it.wasTried);
      return own ? changed({ ...fresh, n: own.n, id: own.id }) : added(fresh);
    }
    default:
      return added(fresh);
  }
}

/** The last wish about one reaction, one pin or one poll is the only one that counts. */
function isAboutTheSame(one: OutboxCommand, other: OutboxCommand): boolean {
  if (one.type === "pinMessage" || one.type === "voteInPoll" || one.type === "closePoll")
    return one.type === other.type && one.input.messageId === (other.input as typeof one.input).messageId;
  return (
    one.type === "reactToMessage" &&
    other.type === "reactToMessage" &&
    one.input.messageId === other.input.messageId &&
    one.input.emoji === other.input.emoji
  );
}

const changed = (command: Stored): Collapsed => ({ remove: [], change: [command], add: null });
const added = (command: OutboxCommand): Collapsed => ({ remove: [], change: [], add: command });
