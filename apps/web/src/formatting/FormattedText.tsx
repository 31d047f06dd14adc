import type { MessageDetails, UserId } from "@parley/schema";
import { type Block, type Inline, parseText } from "@parley/schema/formatting";
import { createMemo, type JSX, lazy, Show, Suspense } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { MentionChip } from "./MentionChip.tsx";
import "./formatted.css";

// How it is uncovered; that it is covered is there at once.
const Spoiler = lazy(() => import("./Spoiler.tsx").then((module) => ({ default: module.Spoiler })));
// Its colours and buttons; the code itself is there at once.
const CodeBlock = lazy(() => import("./CodeBlock.tsx").then((module) => ({ default: module.CodeBlock })));

export type FormattedProps = {
  text: string;
  /** Whom it mentions: an @ before any other name is text. */
  details?: Pick<MessageDetails, "mentions" | "mentionsAll">;
  me?: UserId;
  /** Its links and buttons are tab stops. */
  isEntered?: boolean;
  onPerson?(id: UserId): void;
};

/** What a member wrote, as what it means. Nothing in it is ever read as HTML. */
export function FormattedText(props: FormattedProps) {
  const blocks = createMemo(() => parseText(props.text));
  // Most messages are words: they cost a text node.
  const words = () => {
    const [first, second] = blocks();
    const only = second === undefined && first?.type === "text" && first.of.length === 1 ? first.of[0] : undefined;
    return typeof only === "string" && !only.includes(":") ? only : undefined;
  };
  return (
    <Show when={words() === undefined} fallback={words()}>
      {blocksOf(blocks(), props)}
    </Show>
  );
}

function blocksOf(blocks: readonly Block[], props: FormattedProps): JSX.Element {
  // The last text stands by itself, so that the time finds room on its last line.
  return blocks.map((block, i) => blockOf(block, props, i === blocks.length - 1));
}

function blockOf(block: Block, props: FormattedProps, isLast: boolean): JSX.Element {
  switch (block.type) {
    case "text":
      return isLast ? (
        inlineOf(block.of, props)
      ) : (
        <div class="fmt" dir="auto">
          {inlineOf(block.of, props)}
        </div>
      );
    case "heading":
      return (
        <div class="fmt" dir="auto">
          <strong>{inlineOf(block.of, props)}</strong>
        </div>
      );
    case "quote":
      return (
        <blockquote class="fmt fmt__quote" dir="auto">
          {blocksOf(block.of, props)}
        </blockquote>
      );
    case "code":
      return (
        <Suspense fallback={bareCode(block)}>
          <CodeBlock code={block.text} language={block.language} isEntered={props.isEntered} />
        </Suspense>
      );
    case "list":
      return listOf(block, props);
    default:
      return block satisfies never;
  }
}

const covered = (words: JSX.Element) => (
  <span class="spoiler spoiler--covered">
    <span inert>{words}</span>
  </span>
);

const bareCode = (block: Extract<Block, { type: "code" }>) => (
  <figure class="fmt codeblock" dir="ltr">
    <figcaption class="codeblock__bar">
      <span class="codeblock__lang">{block.language}</span>
    </figcaption>
    <pre class="codeblock__code">
      <code>{block.text}</code>
    </pre>
  </figure>
);

function listOf(list: Extract<Block, { type: "list" }>, props: FormattedProps): JSX.Element {
  const items = () =>
    list.items.map(({ number, isDone, of }) => (
      <li value={number} data-task={isDone === undefined ? undefined : ""} dir="auto">
        <Show when={isDone !== undefined}>
          <input type="checkbox" checked={isDone} disabled aria-label={isDone ? "☑" : "☐"} />
        </Show>
        {blocksOf(of, props)}
      </li>
    ));
  return list.isNumbered ? <ol class="fmt fmt__list">{items()}</ol> : <ul class="fmt fmt__list">{items()}</ul>;
}

function inlineOf(of: readonly Inline[], props: FormattedProps): JSX.Element {
  return of.map((node) => nodeOf(node, props));
}

function nodeOf(node: Inline, props: FormattedProps): JSX.Element {
  if (typeof node === "string") return node.includes(":") ? <EmojiText text={node} /> : node;
  switch (node.type) {
    case "strong":
      return <strong>{inlineOf(node.of, props)}</strong>;
    case "em":
      return <em>{inlineOf(node.of, props)}</em>;
    case "strike":
      return <s>{inlineOf(node.of, props)}</s>;
    case "code":
      return <code class="fmt__code">{node.text}</code>;
    case "spoiler":
      return (
        <Suspense fallback={covered(inlineOf(node.of, props))}>
          <Spoiler isEntered={props.isEntered}>{inlineOf(node.of, props)}</Spoiler>
        </Suspense>
      );
    case "link":
      return (
        <bdi>
          <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" tabindex={props.isEntered ? 0 : -1}>
            {inlineOf(node.of, props)}
          </a>
        </bdi>
      );
    case "hashtag":
      return (
        <bdi>
          <a href={`/search?q=${encodeURIComponent(`#${node.tag}`)}`} tabindex={props.isEntered ? 0 : -1}>
            #{node.tag}
          </a>
        </bdi>
      );
    case "mention":
      return <MentionChip name={node.name} of={props} />;
    default:
      return node satisfies never;
  }
}
