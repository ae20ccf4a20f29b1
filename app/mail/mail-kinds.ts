import type { Role } from "#app/tenancy/scope.ts";
import type { Moment } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";

/**
 * What each kind of mail says. Days are "YYYY-MM-DD" or a Date and are written in the mail's language; names and titles are put on one
 * line. A paragraph whose value is left out is left out. No mail carries answers, reasons or messages: it only calls people in. What is asked about a
 * breach are questions that are the same for all: whoever is asked may have no account here.
 */
export interface MailValues {
  /** To a colleague; secretLink: the invitation. */
  "invitation-member": { organisation: string; inviter: string; roles: readonly Role[]; expires: Moment };
  /** To a processor without an organisation here; title and due when a request waits; secretLink: the invitation. */
  "invitation-processor": { controller: string; processor: string; inviter: string; expires: Moment; title?: string; due?: Moment };
  /** To the recipient of a request whose organisation is here already. */
  "request-sent": { controller: string; processor: string; title: string; due: Moment };
  "reminder-before": { controller: string; processor: string; title: string; due: Moment };
  "reminder-after": { controller: string; processor: string; title: string; due: Moment };
  /** To the manager of the contact that does not answer. */
  "escalation-manager": { controller: string; processor: string; title: string; due: Moment; contact: string };
  "due-changed": { controller: string; processor: string; title: string; due: Moment };
  "request-withdrawn": { controller: string; processor: string; title: string };
  /** To the controller's caseworker. */
  "submission-received": { controller: string; processor: string; title: string };
  "clarification-asked": { controller: string; processor: string; title: string };
  /** To the controller's caseworker. */
  "clarification-answered": { controller: string; processor: string; title: string };
  "questions-returned": { controller: string; processor: string; title: string; count: number; due?: Moment };
  /** To a colleague of the one who gives the page on. */
  "page-delegated": { controller: string; processor: string; title: string; page: string; by: string; due?: Moment };
  "conclusion-released": { controller: string; processor: string; title: string };
  /** On a finding; to the recipient of the request it was found in. */
  "finding-agreed": { controller: string; processor: string; title: string; due?: Moment };
  /** To the controller's caseworkers and DPOs: the first word of a breach, and when their own time for telling the authority runs out. */
  "breach-notified": { controller: string; processor: string; at: Moment };
  /** To the same: a later word of it. */
  "breach-updated": { controller: string; processor: string };
  /** To the processor's contact, from the controller: what happened (concept 1, K1-2). */
  "breach-asked": { controller: string; processor: string; title: string; asker: string; email: string };
  "measure-sent-back": { controller: string; processor: string; title: string; due?: Moment };
  "measure-due": { controller: string; processor: string; title: string; due: Moment };
  "measure-late": { controller: string; processor: string; title: string; due: Moment };
  /** On a finding; to the controller's own people. */
  "measure-reported": { controller: string; processor: string; title: string };
  "own-measure-due": { processor: string; title: string; owner: string; due: Moment };
  "own-measure-late": { processor: string; title: string; owner: string; due: Moment };
  "risk-expiring": { processor: string; title: string; due: Moment };
  "risk-expired": { processor: string; title: string; due: Moment };
  /** secretLink: the reset. */
  "password-reset": { minutes: number };
  "password-changed": { at: Moment };
}
export type MailKind = keyof MailValues;

type Letter<Kind extends MailKind> = {
  kind: Kind;
  /** Unique within the organisation: a second mail with the same key is not written. Name the fact it tells of, e.g. "request-sent:<supervision>". */
  dedupeKey: string;
  to: { email: string; name: string };
  language: Language;
  values: MailValues[Kind];
  supervisionId?: string | null;
  /** The finding it leads to. */
  findingId?: string;
  /** The record of a breach it leads to. */
  breachId?: string;
  /** A path of this portal or its whole address, with a token in it; kept apart from the text and cleared once sent. */
  secretLink?: string;
};
/** One mail as a feature asks for it. */
export type Mail = { [Kind in MailKind]: Letter<Kind> }[MailKind];

export const mailKinds = [
  "invitation-member", "invitation-processor", "request-sent", "reminder-before", "reminder-after", "escalation-manager", "due-changed", "request-withdrawn", "submission-received", "clarification-asked",
  "clarification-answered", "questions-returned", "page-delegated", "conclusion-released", "finding-agreed", "breach-notified", "breach-updated", "breach-asked",
  "measure-sent-back", "measure-due", "measure-late", "measure-reported", "own-measure-due", "own-measure-late", "risk-expiring", "risk-expired", "password-reset", "password-changed",
] as const satisfies readonly MailKind[];
