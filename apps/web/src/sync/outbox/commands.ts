import { type ConversationId, type MessageId, newId, normaliseText, organisingKey } from "@parley/schema";
import { unwrap } from "solid-js/store";
import type { Engine } from "../engine/engine.ts";
import { keepTallies } from "../store/apply-tallies.ts";
import { type LocalDb, type OutboxTx, orAbort, writeOutbox } from "../store/db.ts";
import { forgetConversation } from "../store/forget.ts";
import { keepFound } from "../store/keep-found.ts";
import { repliesUpTo } from "../store/replies-up-to.ts";
import { nothingTouched } from "../store/touched.ts";
import type { Commands } from "../types.ts";
import { pauseUploads, resumeUploads } from "../uploads/keep-uploads.ts";
import { ownValue } from "../view/own-value.ts";
import type { Stored } from "./command.ts";
import { discardCommand, retryCommand } from "./decide.ts";
import { forwardsOf } from "./forwards-of.ts";

/** What a person can do, each a command in the outbox. `engine` throws while nobody is signed in. */
export function createCommands(engine: () => Engine): Commands {
  const put = (command: Parameters<Engine["enqueue"]>[0]) => engine().enqueue(command);
  const done = async (work: Promise<unknown>) => void (await work);
  const changed = () => {
    engine().tell({ ...nothingTouched(), outbox: true, uploads: true });
    engine().flush();
  };
  const changeUploads = async (change: (tx: OutboxTx) => Promise<void>) => {
    const tx = writeOutbox(engine().db);
    await orAbort(tx, () => change(tx));
    changed();
  };

  return {
    async sendMessage({ files, ...input }) {
      const { messageId = newId<MessageId>() } = input;
      await engine().enqueue(
        { type: "sendMessage", input: { ...input, messageId, text: asSent(input.text ?? "") } },
        files,
      );
      return messageId;
    },
    async pauseUploads(messageId) {
      await changeUploads((tx) => pauseUploads(tx, messageId));
    },
    async resumeUploads(messageId) {
      await changeUploads((tx) => resumeUploads(tx, messageId));
    },
    editMessage: (input) => done(put({ type: "editMessage", input: { ...input, text: asSent(input.text) } })),
    async deleteMessage(input) {
      await put({ type: "deleteMessage", input });
      // What is gone leaves no tags behind.
      if (await isTagged(engine().db, input.messageId))
        await put({ type: "setOwn", input: { kind: "tag", key: input.messageId, value: null } });
    },
    reactToMessage: (input) => done(put({ type: "reactToMessage", input })),
    async forwardMessages(forwarding) {
      // The screen's messages are proxies, which no database takes.
      for (const input of forwardsOf(forwarding))
        await put({ type: "sendMessage", input: unwrap({ ...input, messageId: newId<MessageId>() }) });
    },
    async hideMessages(conversationId, messageIds, isHidden) {
      for (const id of messageIds)
        await put({
          type: "setOwn",
          input: { kind: "hidden", key: `${conversationId}:${id}`, value: isHidden ? true : null },
        });
    },
    setTags: (messageId, tags) => done(put({ type: "setOwn", input: { kind: "tag", key: messageId, value: tags } })),
    setStickers: (packId, pack, files) =>
      done(engine().enqueue({ type: "setOwn", input: { kind: "stickers", key: packId, value: pack } }, files)),
    setEmoji: (emojiId, emoji, files) =>
      done(engine().enqueue({ type: "setOwn", input: { kind: "emoji", key: emojiId, value: emoji } }, files)),
    voteInPoll: (input) => done(put({ type: "voteInPoll", input })),
    closePoll: (input) => done(put({ type: "closePoll", input })),
    removeLink: (input) => done(put({ type: "removeLink", input })),
    pinMessage: (input) => done(put({ type: "pinMessage", input })),
    async viewMessages(conversationId, seqs) {
      const tallies = await engine().api.messages.view.mutate({ conversationId, seqs });
      engine().tell(await keepTallies(engine().db, conversationId, tallies));
    },
    async markRead(conversationId, seq) {
      const readReplies = await repliesUpTo(engine().db, conversationId, seq);
      await put({ type: "markRead", input: { conversationId, readSeq: seq, deliveredSeq: seq, readReplies } });
    },
    setDraft: (conversationId, draft) =>
      done(put({ type: "setOwn", input: { kind: "draft", key: conversationId, value: unwrap(draft) } })),
    setPreference: (key, value) => done(put({ type: "setOwn", input: { kind: "preference", key, value } })),
    setBlock: (userId, isBlocked) =>
      done(put({ type: "setOwn", input: { kind: "block", key: userId, value: isBlocked ? true : null } })),
    async setContact(userId, contact, found) {
      if (found) engine().tell(await keepFound(engine().db, found));
      await put({ type: "setOwn", input: { kind: "contact", key: userId, value: contact } });
    },
    answerRequest: (userId, answer) =>
      done(put({ type: "setOwn", input: { kind: "request", key: userId, value: answer } })),
    async setPrivacy(key, value, found = []) {
      for (const person of found) engine().tell(await keepFound(engine().db, person));
      await put({ type: "setOwn", input: { kind: "privacy", key, value } });
    },
    organise: (conversationId, field, value) =>
      done(put({ type: "setOwn", input: { kind: "organising", key: organisingKey(conversationId, field), value } })),
    setFolder: (folderId, folder) =>
      done(put({ type: "setOwn", input: { kind: "folder", key: folderId, value: folder } })),
    setScheduled: (messageId, message) =>
      done(put({ type: "setOwn", input: { kind: "scheduled", key: messageId, value: message } })),
    setPlayed: (conversationId, heard) =>
      done(put({ type: "setOwn", input: { kind: "played", key: conversationId, value: heard } })),
    setAway: (reply) => done(put({ type: "setOwn", input: { kind: "away", key: "reply", value: reply } })),
    async createGroup(input, found = []) {
      for (const person of found) engine().tell(await keepFound(engine().db, person));
      const conversationId = newId<ConversationId>();
      await put({ type: "createGroup", input: { conversationId, ...input } });
      return conversationId;
    },
    updateConversation: (input) => done(put({ type: "updateConversation", input })),
    setExpiry: (input) => done(put({ type: "setExpiry", input })),
    async addMembers(input, found = []) {
      for (const person of found) engine().tell(await keepFound(engine().db, person));
      await put({ type: "addMembers", input });
    },
    removeMember: (input) => done(put({ type: "removeMember", input })),
    setMemberRole: (input) => done(put({ type: "setMemberRole", input })),
    handOver: (input) => done(put({ type: "handOver", input })),
    banMember: (input) => done(put({ type: "banMember", input })),
    leave: (conversationId, isQuiet) =>
      done(put({ type: "leave", input: { conversationId, ...(isQuiet && { isQuiet }) } })),
    updateProfile: (input) => done(put({ type: "updateProfile", input })),
    async retry(commandId) {
      await retryCommand(engine().db, commandId);
      changed();
    },
    async discard(commandId) {
      await discardCommand(engine().db, commandId);
      changed();
    },
    async forgetConversation(id) {
      engine().tell(await forgetConversation(engine().db, id));
    },
  };
}

/** Whether a message has tags of the user's, or will have. */
async function isTagged(db: LocalDb, id: MessageId): Promise<boolean> {
  const [row, outbox] = await Promise.all([db.get("own", ["tag", id]), db.getAll("outbox")]);
  return Boolean(ownValue("tag", id, { own: new Map(row && [[`tag:${id}`, row]]), outbox: outbox as Stored[] }));
}

/** As the server will have it, so that what stands in for its row is the same. */
const asSent = (text: string) => normaliseText(text).trim();
