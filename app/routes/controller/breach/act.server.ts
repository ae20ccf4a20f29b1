import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/routes/shared/read-form.server.ts";
import { askProcessor } from "#app/supervision/breach/ask-processor.server.ts";
import { assignAgreements } from "#app/supervision/breach/assign-agreements.server.ts";
import { closeBreach } from "#app/supervision/breach/close-breach.server.ts";
import { decideAuthority } from "#app/supervision/breach/decide-authority.server.ts";
import { decidePersons } from "#app/supervision/breach/decide-persons.server.ts";
import { mergeBreach } from "#app/supervision/breach/merge-breach.server.ts";
import { noteAnswer } from "#app/supervision/breach/note-answer.server.ts";
import { partBreach } from "#app/supervision/breach/part-breach.server.ts";
import { additionsForm, answerForm, askForm, assignForm, authorityForm, closeForm, mergeForm, partForm, personsForm } from "#app/supervision/breach/record-form.ts";
import { writeAdditions } from "#app/supervision/breach/write-additions.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";

const INTENTS = ["assign", "additions", "authority", "persons", "close", "reopen", "ask", "answer", "merge", "part"] as const;
type Intent = (typeof INTENTS)[number];
/** A form of the page that came back. */
export type RecordRefused = { intent: Intent; errors: Record<string, string>; typed: Record<string, string>; ticked: string[] };
type Tx = Parameters<Parameters<typeof withTenant>[1]>[0];
type Done = { ok: true } | { ok: false; reason: string };

/** What the forms of a breach's page do. */
export async function actOnRecord({ scope, language, email }: { scope: Scope; language: Language; email: string }, id: string, form: FormData) {
  const intent = INTENTS.find((one) => one === form.get("intent"));
  if (!intent) throw new Response(null, { status: 400 });
  const at = now();
  const act = async <T>(schema: z.ZodType<T>, work: (tx: Tx, value: T) => Promise<Done>) => {
    const read = readForm(form, schema, intent === "assign" ? ["agreementIds"] : []);
    if (!read.ok) return refused(intent, form, language, read.keys, 422);
    const done = await withTenant(scope, (tx) => work(tx, read.value));
    if (done.ok) return redirect(paths.breach(id), { headers: flash({ tone: "ok", text: `breach:done.${intent}` }) });
    if (done.reason === "not-found") return notFound();
    if (done.reason === "aware-reason") return refused(intent, form, language, { awareReason: "breach:error.awareReason" }, 422);
    return refused(intent, form, language, { "": `breach:refused.${done.reason}` }, done.reason === "conflict" ? 409 : 422);
  };
  switch (intent) {
    case "assign": return act(assignForm, (tx, given) => assignAgreements(tx, scope, { id, ...given, now: at }));
    case "additions": return act(additionsForm(at), (tx, given) => writeAdditions(tx, scope, id, given));
    case "authority": return act(authorityForm(at), (tx, given) => decideAuthority(tx, scope, id, given));
    case "persons": return act(personsForm(at), (tx, given) => decidePersons(tx, scope, id, given));
    case "close": return act(closeForm, (tx, { version }) => closeBreach(tx, scope, id, { version, at }));
    case "ask": return act(askForm, (tx, { version }) => askProcessor(tx, scope, id, { version, language, askerEmail: email, now: at }));
    case "answer": return act(answerForm(at), (tx, given) => noteAnswer(tx, scope, id, given));
    case "merge": return act(mergeForm, (tx, given) => mergeBreach(tx, scope, { id, ...given, now: at }));
    case "part": return act(partForm, (tx, given) => partBreach(tx, scope, { ...given, now: at }));
    case "reopen": return act(closeForm, (tx, { version }) => closeBreach(tx, scope, id, { version, at: null }));
  }
}

function refused(intent: Intent, form: FormData, language: Language, keys: Record<string, string>, status: number) {
  const t = translate(language, "breach");
  const errors = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, String(t(key))]));
  return data<RecordRefused>({ intent, errors, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])), ticked: form.getAll("agreementIds").map(String) }, { status });
}
