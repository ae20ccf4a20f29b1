import { paths } from "#app/paths.ts";
import { formatDate, formatDateTime } from "#app/text/format.ts";
import type { Moment } from "#app/text/format.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Mail } from "./mail-kinds.ts";
import { oneLine } from "./one-line.ts";

/** Stands in a stored text for the link with a token in it. */
export const SECRET_LINK = "{link}";

const days = ["due", "expires"];

/** Subject and plain text of a mail: greeting, what it is about, what to do and by when, one link. A secret link stands as `{link}`. */
export function composeMail(mail: Mail, portal: string): { subject: string; body: string } {
  const t = translate(mail.language, "mail");
  const values = spoken(mail);
  const text = (key: string) => String(t(key, { skipInterpolation: true }));
  const link = mail.secretLink === undefined ? `${portal}${pathOf(mail)}` : SECRET_LINK;
  const body = [
    values.name === "" ? text("frame.greeting") : filled(text("frame.greetingTo"), values),
    ...text(`${mail.kind}.body`).split("\n\n").map((paragraph) => filled(paragraph, values)),
    `${filled(text(`${mail.kind}.action`), values)}:\n${link}`,
    filled(text(mail.kind === "breach-asked" ? "breach-asked.closing" : "frame.closing"), { ...values, portal: new URL(portal).host }),
  ];
  return { subject: oneLine(filled(text(`${mail.kind}.subject`), values) ?? ""), body: `${body.filter((paragraph) => paragraph !== null).join("\n\n")}\n` };
}

/** Puts values into a text; null when one of them is not given. What a value says is never read as a placeholder. */
function filled(text: string, values: Record<string, string>): string | null {
  const names = [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? "");
  if (names.some((name) => values[name] === undefined)) return null;
  return text.replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? "");
}

/** The values as the mail's language speaks them, each on one line. */
function spoken({ values, to, language }: Mail): Record<string, string> {
  const words = translate(language, "words");
  const said: Record<string, string> = { name: oneLine(to.name, 100) };
  for (const [name, value] of Object.entries(values) as [string, Moment | number | readonly string[] | undefined][]) {
    if (value === undefined) continue;
    if (days.includes(name)) said[name] = formatDate(value as Moment, language);
    else if (name === "at") said[name] = formatDateTime(value as Moment, language);
    else if (name === "roles") said[name] = (value as readonly string[]).map((role) => words(`role.${role}`)).join(", ");
    else said[name] = oneLine(String(value)).replace(SECRET_LINK, "");
  }
  return said;
}

const toController: readonly Mail["kind"][] = ["measure-reported", "own-measure-due", "own-measure-late", "risk-expiring", "risk-expired"];

/** Where the mail leads: the request or the finding in the processor's inbox, the supervision, the finding or the breach at the controller's, or sign-in. */
function pathOf({ kind, supervisionId, findingId, breachId }: Mail): string {
  if (kind === "breach-asked") return paths.ownBreaches();
  if (breachId !== undefined) return paths.breach(breachId);
  if (findingId !== undefined && toController.includes(kind)) return paths.finding(findingId);
  if (kind === "password-changed" || !supervisionId) return paths.signIn();
  if (findingId !== undefined) return paths.inboxFinding(supervisionId, findingId);
  if (kind === "submission-received" || kind === "clarification-answered") return paths.supervision(supervisionId);
  return `${paths.inbox()}/${encodeURIComponent(supervisionId)}`;
}
