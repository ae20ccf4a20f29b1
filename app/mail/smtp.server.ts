import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";
import { isLocal } from "#app/config/setting-list.ts";

/** A mail as it is handed to the mail server. */
export type SentMail = { messageId: string; from: string; to: { name: string; address: string }; subject: string; text: string; html: string };

/** Why a mail did not go: `permanent` when the server refused this recipient or this mail for good (RFC 5321, 5yz after RCPT or DATA). */
export class MailRefused extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean, cause: unknown) {
    super(message, { cause });
    this.name = "MailRefused";
    this.permanent = permanent;
  }
}

/** An attempt never lasts longer; a worker holding a mail longer than this is dead (deliver-mail). */
export const MOST_SECONDS = 25;

const transports = new Map<string, Transporter>();

/** Hands one mail to the mail server; resolves when the server has taken it. Throws MailRefused. */
export async function sendMail(smtpUrl: string, mail: SentMail): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailRefused(`no answer within ${MOST_SECONDS} s`, false, null)), MOST_SECONDS * 1_000);
  });
  try {
    await Promise.race([handOver(smtpUrl, mail), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function handOver(smtpUrl: string, mail: SentMail): Promise<void> {
  try {
    await transportTo(smtpUrl).sendMail({
      ...mail,
      // An automatic mail neither asks for nor gets automatic answers (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw new MailRefused(error instanceof Error ? error.message : String(error), isPermanent(error), error);
  }
}

/** Connections are encrypted wherever the server offers it, and always where a password is sent to another machine. */
function transportTo(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl);
  if (known) return known;
  const url = new URL(smtpUrl);
  const requireTLS = url.protocol === "smtp:" && url.username !== "" && !isLocal(url.hostname);
  const made = createTransport({ url: smtpUrl, requireTLS, connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000, dnsTimeout: 5_000 });
  transports.set(smtpUrl, made);
  return made;
}

function isPermanent(error: unknown): boolean {
  const { responseCode = 0, command = "" } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && responseCode < 600 && (command === "RCPT TO" || command === "DATA");
}
