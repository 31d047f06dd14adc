import { parseDay } from "./days.ts";
import { fold } from "./fold.ts";
import { type Query, traits } from "./query.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { foldTag, wordsOf } from "./words.ts";

/**
 * Reads what somebody typed. Nothing is an error, since it is read with every key: what is not finished (a bracket, a
 * quote, an operator without its value) is read as far as it goes. Null when it asks for nothing yet.
 */
export function parseQuery(text: string): Query | null {
  const tokens = tokensOf(text);
  let place = 0;

  function either(): Query | null {
    const parts = [all()];
    while (tokens[place]?.kind === "or") {
      place++;
      parts.push(all());
    }
    return joined("or", parts);
  }

  function all(): Query | null {
    const parts: (Query | null)[] = [];
    for (let token = tokens[place]; token && token.kind !== "or" && token.kind !== "close"; token = tokens[place]) {
      if (token.kind === "and") place++;
      else parts.push(one());
    }
    return joined("and", parts);
  }

  function one(): Query | null {
    const token = tokens[place++];
    if (token?.kind === "not") {
      const of = one();
      return of && { kind: "not", of };
    }
    if (token?.kind === "open") {
      const inside = either();
      if (tokens[place]?.kind === "close") place++;
      return inside;
    }
    return token ? termOf(token) : null;
  }

  const parts: (Query | null)[] = [];
  // A bracket that was never opened is skipped.
  while (place < tokens.length) {
    parts.push(either());
    if (tokens[place]?.kind === "close") place++;
  }
  return joined("and", parts);
}

function joined(kind: "and" | "or", parts: (Query | null)[]): Query | null {
  const of = parts.filter((part) => part !== null).flatMap((part) => (part.kind === kind ? part.of : [part]));
  return of.length > 1 ? { kind, of } : (of[0] ?? null);
}

function termOf(token: Token): Query | null {
  switch (token.kind) {
    case "phrase":
      return phraseOf(token.text, false);
    case "word":
      return token.text.startsWith("#") ? tagOf(token.text, token.isPrefix) : phraseOf(token.text, token.isPrefix);
    case "operator":
      return operatorOf(token.name, token.text) ?? phraseOf(`${token.name} ${token.text}`, token.isPrefix);
    default:
      return null;
  }
}

function tagOf(text: string, isPrefix: boolean): Query | null {
  const tag = foldTag(text);
  return tag ? { kind: "tag", tag, isPrefix } : null;
}

function phraseOf(text: string, isPrefix: boolean): Query | null {
  const all = [...wordsOf(text)];
  // The single last letter of a run stands in the pair before it already; all by itself it begins a pair, or ends a run.
  const words = all.filter((word, i) => !word.isLast || all[i - 1]?.to !== word.to);
  const first = words[0]?.at ?? 0;
  const sought = words.map(({ word, at, isLast }, i) => ({
    word,
    at: at - first,
    isPrefix: isLast === true || (isPrefix && i === words.length - 1),
  }));
  return sought.length > 0 ? { kind: "words", words: sought } : null;
}

function operatorOf(name: string, value: string): Query | null {
  switch (name) {
    case "from":
      return { kind: "from", who: fold(value.replace(/^@/, "")) };
    case "in":
      return { kind: "in", name: value };
    case "has": {
      const what = fold(value);
      return { kind: "has", what: traits.find((trait) => trait === what.replace(/s$/, "")) ?? what };
    }
    case "is": {
      const what = fold(value);
      return what === "pinned" || what === "saved" ? { kind: "is", what } : null;
    }
    case "before":
    case "after":
    case "on": {
      const day = parseDay(value);
      return day && { kind: name, day };
    }
    default:
      return null;
  }
}
