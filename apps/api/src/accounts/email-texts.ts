import type { Mail } from "../adapters/mail.ts";

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

export function signInMail(to: string, code: string, origin: string): Mail {
  return {
    to,
    subject: `${spaced(code)} is your Parley code`,
    text: `Sign in to Parley at ${origin} with this code:\n\n    ${spaced(code)}\n\nIt works once, within ten minutes. If you did not ask for it, nothing happens: leave it be.\n`,
  };
}

export function verifyMail(to: string, code: string, origin: string): Mail {
  return {
    to,
    subject: `${spaced(code)} confirms your address for Parley`,
    text: `Confirm this address for your account at ${origin} with this code:\n\n    ${spaced(code)}\n\nIt works within ten minutes. If you did not ask for it, someone mistyped an address: leave it be.\n`,
  };
}
