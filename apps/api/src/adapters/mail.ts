import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";

export type Mail = { to: string; subject: string; text: string };
export type Mailer = { send(mail: Mail): Promise<void>; close(): void };

type Asked = Pick<Config, "smtpUrl" | "mailFrom" | "dataDir">;

/** Sends mail by SMTP. Without a server to send by, each mail becomes a file in the data folder's outbox. */
export function openMailer(config: Asked, log: Log): Mailer {
  return config.smtpUrl
    ? smtpMailer(config.smtpUrl, config.mailFrom, log)
    : folderMailer(join(config.dataDir, "outbox"), config.mailFrom, log);
}

function smtpMailer(url: string, from: string, log: Log): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return {
    async send(mail) {
      const { messageId } = await transport.sendMail({
        from,
        ...mail,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      log.info({ messageId }, "mail sent");
    },
    close: () => transport.close(),
  };
}

function folderMailer(folder: string, from: string, log: Log): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail, disableFileAccess: true, disableUrlAccess: true });
      const path = join(folder, `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID().slice(0, 8)}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(path, message as Buffer, { mode: 0o600 });
      log.info({ path }, "mail written, for want of SMTP_URL");
    },
    close: () => transport.close(),
  };
}
