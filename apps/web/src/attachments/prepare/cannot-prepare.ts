export type Trouble = "error.file_empty" | "error.file_too_large" | "attachments.tooManyPixels";

/** A file that cannot be sent as it is; `key` is the sentence that says why. */
export class CannotPrepare extends Error {
  readonly key: Trouble;

  constructor(key: Trouble) {
    super(key);
    this.name = "CannotPrepare";
    this.key = key;
  }
}
