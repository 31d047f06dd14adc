/** What stands in a line of a message. A string is text as it is. */
export type Inline =
  | string
  | { type: "strong" | "em" | "strike" | "spoiler"; of: Inline[] }
  | { type: "code"; text: string }
  | { type: "link"; href: string; of: Inline[] }
  /** `name` is without the @; whether it means anybody is the message's to say. */
  | { type: "mention"; name: string }
  /** Without the #. */
  | { type: "hashtag"; tag: string };

export type ListItem = {
  /** As it was typed, in a numbered list. */
  number?: number;
  /** Of a task: whether it is ticked off. */
  isDone?: boolean;
  of: Block[];
};

export type Block =
  | { type: "text"; of: Inline[] }
  | { type: "heading"; of: Inline[] }
  | { type: "quote"; of: Block[] }
  | { type: "list"; isNumbered: boolean; items: ListItem[] }
  | { type: "code"; language: string; text: string };
