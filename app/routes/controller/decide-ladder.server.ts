import { data, redirect } from "@remix-run/node";
import { notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { acceptStepUp } from "#app/supervision/escalation/accept-step-up.server.ts";
import { declineStepUp } from "#app/supervision/escalation/decline-step-up.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";

/** The DPO's word on a proposed step-up. */
export async function decideLadder({ scope, supervisionId, form, email, language, at }: { scope: Scope; supervisionId: string; form: FormData; email: string; language: Language; at: Date }) {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 2_000);
  const refused = (reason: string) => {
    if (reason === "not-found") return notFound();
    const field = reason === "needs-reason" ? "declineReason" : "";
    return data({ ladder: true, errors: { [field]: String(translate(language, "supervision")(`errors.${reason}`)) } }, { status: reason === "needs-reason" ? 422 : 409 });
  };
  if (form.get("intent") === "accept-step-up") {
    const accepted = await withTenant(scope, (tx) => acceptStepUp(tx, scope, { supervisionId, note: text("note"), email, at }));
    return accepted.ok ? redirect(paths.request(accepted.supervisionId), { headers: flash({ tone: "ok", text: "supervision:done.stepped-up" }) }) : refused(accepted.reason);
  }
  const declined = await withTenant(scope, (tx) => declineStepUp(tx, scope, { supervisionId, reason: text("declineReason"), at }));
  return declined.ok ? redirect(paths.supervision(supervisionId), { headers: flash({ tone: "ok", text: "supervision:done.declined" }) }) : refused(declined.reason);
}
