import { parseWithZod } from "@conform-to/zod/v4";
import { readDraft } from "#app/agreement/agreement-draft.ts";
import type { AgreementDraft, RegistrationDraft } from "#app/agreement/agreement-draft.ts";
import type { AgreementFields } from "#app/agreement/agreement-fields.ts";
import { agreementForm, registrationForm } from "#app/agreement/agreement-form.ts";
import type { Registration } from "#app/agreement/agreement-form.ts";
import { changeRows } from "#app/agreement/draft-rows.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";

/** What a form page shows again: the draft, and why. */
export type Returned = {
  draft: AgreementDraft; errors?: Record<string, string>; focus?: string;
  /** What a colleague stored meanwhile, and its version. */
  conflict?: { current: AgreementDraft; version: number };
};
export type Submitted = { ok: true; fields: AgreementFields; draft: AgreementDraft } | { ok: false; status: 200 | 422; returned: Returned };

/** Reads an agreement's form: rows to add or remove, errors in the page's language, or the typed agreement. Nothing typed is lost. */
export function readAgreement(form: FormData, language: Language): Submitted {
  const submission = parseWithZod(form, { schema: agreementForm, disableAutoCoercion: true });
  const draft = readDraft(submission.payload);
  const changed = changeRows(draft, String(form.get("intent") ?? "save"));
  if (changed) return { ok: false, status: 200, returned: changed };
  if (submission.status === "success") return { ok: true, fields: submission.value, draft };
  const t = translate(language, "agreement");
  const errors = Object.entries(submission.reply().error ?? {}).flatMap(([name, messages]) => (messages?.[0] ? [[name, String(t(messages[0]))] as const] : []));
  return { ok: false, status: 422, returned: { draft, errors: Object.fromEntries(errors) } };
}

/** What is typed of a new agreement's first version, to be shown again, and as a use case takes it; too long a text is cut where the field ends. */
export function readRegistration(form: FormData): { typed: RegistrationDraft; value: Registration } {
  const one = (name: string, longest: number) => String(form.get(name) ?? "").slice(0, longest);
  const typed = { subprocessors: one("subprocessors", 8000), label: one("label", 40), signedForController: one("signedForController", 200), signedForProcessor: one("signedForProcessor", 200) };
  return { typed, value: registrationForm.parse(typed) };
}

/** The draft handed back because of one field. */
export function refuseAgreement(draft: AgreementDraft, language: Language, field: string, key: string): Returned {
  return { draft, errors: { [field]: String(translate(language, "agreement")(key)) } };
}
