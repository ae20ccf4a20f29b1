import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { readMail } from "./read-mail.ts";
import type { CaughtMail } from "./read-mail.ts";

export type MailCatcher = {
  /** For SMTP_URL. */
  url: string;
  all: () => CaughtMail[];
  /** The first mail to `to` whose subject fits, waiting for it up to 30 s; `after` leaves out the first so many of all. */
  waitFor: (to: string, subject?: RegExp, after?: number) => Promise<CaughtMail>;
  close: () => Promise<void>;
};

/** A real SMTP server on the loopback address that keeps what it is handed. */
export async function catchMail(): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const arrivals = new EventEmitter();
  arrivals.setMaxListeners(0);
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        caught.push(readMail(Buffer.concat(pieces), session.envelope.rcptTo.map((one) => one.address)));
        done();
        arrivals.emit("mail");
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    all: () => [...caught],
    async waitFor(to, subject = /./, after = 0) {
      const late = AbortSignal.timeout(30_000);
      for (;;) {
        const found = caught.slice(after).find((mail) => mail.to.includes(to) && subject.test(mail.subject));
        if (found) return found;
        await once(arrivals, "mail", { signal: late }).catch(() => {
          throw new Error(`No mail to ${to} with subject ${subject} within 30 s; caught: ${caught.map((mail) => `${mail.to.join()}: ${mail.subject}`).join(" | ") || "none"}`);
        });
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
