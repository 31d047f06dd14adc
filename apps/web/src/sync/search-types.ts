import type { MessageRow, Person, UserId } from "@parley/schema";

/** What a search has found so far, newest first; on this device at once, on the server when it answers. */
export type SearchResults = {
  /** What these were found by; it follows what is asked for with the answer. */
  text(): string;
  messages(): MessageRow[];
  hasMore(): boolean;
  isSearching(): boolean;
  /** The server was not reached: there may be more than this device holds. */
  isDeviceOnly(): boolean;
  personOf(id: UserId): Person | undefined;
  more(): Promise<void>;
};
