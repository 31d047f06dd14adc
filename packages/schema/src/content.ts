import type { CodeContent, ContactContent, ContentInput, LocationContent } from "./content-inputs.ts";
import { messageLength } from "./limits.ts";
import { type PollContent, publishedPoll } from "./poll.ts";

/** As everyone sees it. Its kind is the message's. */
export type MessageContent = PollContent | CodeContent | LocationContent | ContactContent;

export const publishedContent = (content: ContentInput): MessageContent =>
  content.kind === "poll" ? publishedPoll(content) : content;

/** The words of what a message holds, kept as its text: for the line in the list, quotes, notifications and the search. */
export function wordsOf(content: ContentInput | MessageContent): string {
  switch (content.kind) {
    case "poll":
      return firstOf(content.questions.flatMap(({ text, options }) => [text, ...options]));
    case "code":
      return firstOf([content.name, content.code.slice(0, messageLength)]);
    case "location":
      return content.label || `${content.latitude}, ${content.longitude}`;
    case "contact":
      return firstOf([content.name, content.organisation, ...content.phones, ...content.emails]);
    default:
      return content satisfies never;
  }
}

const firstOf = (lines: string[]) =>
  [...lines.filter(Boolean).join("\n").slice(0, messageLength)].slice(0, messageLength).join("").toWellFormed().trim();
