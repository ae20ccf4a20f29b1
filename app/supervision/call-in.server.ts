import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { inviteProcessor } from "#app/organisation/invite-processor.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { Language } from "#app/text/language.ts";

/** A request whose recipient is told something; `key` tells this mail from others of its kind on the same request. */
export type CallIn = {
  kind: "request-sent" | "reminder-before" | "reminder-after" | "due-changed";
  key: string;
  supervision: { id: string; title: string; processorId: string | null; controllerName: string; processorName: string; dueOn: Date | null };
  /** The processor in the controller's own register. */
  registerId: string;
  to: { name: string; email: string };
  language: Language;
  at: Date;
};

/** Calls the recipient of a sent request in: by mail where the processor has its organisation here, else by an invitation to create it. The request is open either way; mail only carries the word. "told": this very mail was written before. */
export async function callIn(tx: Tx, scope: Scope, { kind, key, supervision, registerId, to, language, at }: CallIn): Promise<"mail" | "invitation" | "told"> {
  const { id, title, processorId, controllerName: controller, processorName: processor } = supervision;
  const due = dayOrNull(supervision.dueOn) ?? at;
  if (processorId === null) {
    await inviteProcessor(tx, scope, { processorId: registerId, email: to.email, name: to.name, language, at, request: { supervisionId: id, title, due } });
    return "invitation";
  }
  const mail = await queueMail(tx, scope, { kind, dedupeKey: `${kind}:${id}:${key}`, to, language, supervisionId: id, values: { controller, processor, title, due } });
  return mail === null ? "told" : "mail";
}
