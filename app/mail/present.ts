import { shownState } from "./mail-state.ts";
import type { MailState } from "./mail-state.ts";

export type MailRow = { id: string; toEmail: string; toName: string; subject: string; state: string; lastError: string; createdAt: Date; sentAt: Date | null };
export type MailLine = { id: string; to: string; name: string; subject: string; state: MailState; at: string };
/** A line of the text; with `href` it is a link of the portal's. A link that is not shown has the text null. */
export type TextLine = { text: string | null; href?: string };
export type MailView = MailLine & {
  sentAt: string | null;
  attempts: number;
  lastError: string;
  supervisionId: string | null;
  language: string;
  paragraphs: TextLine[][];
};

/** A mail in the list. */
export function presentLine(row: MailRow): MailLine {
  const { id, toEmail, toName, subject, state, lastError, sentAt, createdAt } = row;
  return { id, to: toEmail, name: toName, subject, state: shownState(state, lastError), at: (sentAt ?? createdAt).toISOString() };
}

/** A mail in full. `showLink` only where no mail server is set: then this page is the only place the link can be had. */
export function presentMail(
  row: MailRow & { attempts: number; supervisionId: string | null; language: string; body: string; secretLink: string },
  { showLink, portal, placeholder }: { showLink: boolean; portal: string; placeholder: string },
): MailView {
  const line = (text: string): TextLine => {
    if (text === placeholder) return showLink && row.secretLink !== "" ? { text: row.secretLink, href: row.secretLink } : { text: null };
    return text.startsWith(`${portal}/`) ? { text, href: text } : { text };
  };
  return {
    ...presentLine(row),
    at: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    attempts: row.attempts,
    lastError: row.lastError,
    supervisionId: row.supervisionId,
    language: row.language,
    paragraphs: row.body.trim().split("\n\n").map((paragraph) => paragraph.split("\n").map(line)),
  };
}
