import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventually } from "./eventually.ts";
import type { Parley } from "./start-parley.ts";

/** The code in the newest mail to an address. A Parley without a mail server leaves its mail in its data folder. */
export async function codeFromMail(parley: Parley, address: string, subject: RegExp): Promise<string> {
  let code = "";
  await eventually(async () => {
    const mail = await newestMail(join(parley.dataDir, "outbox"), address, subject);
    code = /^ {4}(\d{3} \d{3})$/m.exec(mail)?.[1] ?? "";
    return code;
  }).not.toBe("");
  return code;
}

async function newestMail(folder: string, address: string, subject: RegExp): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(names.toSorted().map((it) => readFile(join(folder, it), "utf8")));
  return mails.findLast((it) => it.includes(`To: ${address}`) && subject.test(it)) ?? "";
}
