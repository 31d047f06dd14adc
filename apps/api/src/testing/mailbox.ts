import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it is sent. */
export async function startMailbox() {
  const mails: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        mails.push({
          to: session.envelope.rcptTo.map((it) => it.address),
          text: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");

  /** The code in the newest mail to this address, once it has come. */
  async function codeFor(address: string, after = 0): Promise<string> {
    for (let i = 0; i < 100; i++) {
      const mail = mails.slice(after).findLast((it) => it.to.includes(address));
      const code = mail && /\n {4}(\d{3}) (\d{3})/.exec(mail.text.replaceAll("\r", ""));
      if (code) return `${code[1]}${code[2]}`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`No code came for ${address}.`);
  }

  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    codeFor,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
