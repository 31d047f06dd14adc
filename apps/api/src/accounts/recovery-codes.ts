import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { limits } from "@parley/schema";

// No letter or digit that is read as another one: no I, L, O, U, 0, 1.
const alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const groupLength = 4;

// A code is random, so the hash only has to make guessing slow after a leak, not to save a weak password.
const cost = { memoryCost: 7_168, timeCost: 3, parallelism: 1 };

// Of a code nobody has, at the same cost.
const nobodysCode = ":$argon2id$v=19$m=7168,t=3,p=1$v7UkJgsIUH2T9nUHT4nuEg$Z41ehyTEl5DlrkdBtitADZ+qjpUJCPFxvFtVpe9yWwQ";

/** Ten new codes like ABCD-EFGH-JKMN. Their first groups differ, so that one stored hash answers for one code. */
export function makeRecoveryCodes(): string[] {
  const byGroup = new Map<string, string>();
  while (byGroup.size < limits.recoveryCodes) {
    const first = randomGroup();
    byGroup.set(first, [first, randomGroup(), randomGroup()].join("-"));
  }
  return [...byGroup.values()];
}

/** What is stored: the first group in the clear, to find the row by, and an argon2id hash of the whole. */
export async function hashRecoveryCode(code: string): Promise<string> {
  return selectorOf(code) + (await hash(bare(code), cost));
}

/** The start of the stored text of this code. */
export function selectorOf(code: string): string {
  return `${bare(code).slice(0, groupLength)}:`;
}

/** Whether `code` is the one that was stored. With nothing stored it takes as long and says no, so that time tells nothing. */
export async function matchesRecoveryCode(code: string, stored: string | undefined): Promise<boolean> {
  const known = stored ?? nobodysCode;
  const matches = await verify(known.slice(known.indexOf(":") + 1), bare(code));
  return matches && stored !== undefined;
}

/** As people may type it: any case, with or without dashes and spaces. */
function bare(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

function randomGroup(): string {
  return Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}
