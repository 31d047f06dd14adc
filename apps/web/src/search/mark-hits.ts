import { parseQuery, type Query, rangesIn } from "@parley/schema/search";

const name = "search-hit";

/** Marks what was found in the messages on the screen, also in those that come; answers with how to stop. Nothing in the page is changed for it. */
export function markHits(inside: () => Element | null | undefined, text: string): () => void {
  const query = parseQuery(text);
  const log = inside()?.querySelector('[role="log"]');
  if (!query || !log || !("highlights" in CSS)) return () => undefined;
  const mark = () => CSS.highlights.set(name, new Highlight(...hitsIn(log, query)));
  let frame = requestAnimationFrame(mark);
  const watcher = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  });
  watcher.observe(log, { childList: true, subtree: true, characterData: true });
  return () => {
    cancelAnimationFrame(frame);
    watcher.disconnect();
    CSS.highlights.delete(name);
  };
}

/** In whole texts of messages: what is found may run over words in bold and links. */
function hitsIn(log: Element, query: Query): Range[] {
  return Array.from(log.querySelectorAll(".bubble__text"), (element) => rangesOf(element, query)).flat();
}

function rangesOf(element: Element, query: Query): Range[] {
  const nodes: { node: Text; from: number }[] = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // When it was sent stands in the text too, to flow with its last line.
    if (node.parentElement?.closest(".meta")) continue;
    nodes.push({ node: node as Text, from: text.length });
    text += (node as Text).data;
  }
  const pointAt = (place: number) => {
    const at = nodes.findLast(({ from }) => from <= place);
    return at && { node: at.node, offset: Math.min(place - at.from, at.node.length) };
  };
  return rangesIn(text, query).flatMap(({ from, to }) => {
    const [start, end] = [pointAt(from), pointAt(to - 1)];
    if (!start || !end) return [];
    const range = new Range();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, Math.min(end.offset + 1, end.node.length));
    return [range];
  });
}
