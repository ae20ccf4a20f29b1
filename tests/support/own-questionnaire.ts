import { createQuestionnaire } from "#app/questionnaire/builder/create-questionnaire.server.ts";
import { publishQuestionnaire } from "#app/questionnaire/builder/publish-questionnaire.server.ts";
import { starterDraft } from "#app/questionnaire/builder/starters.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

/** A controller's own questionnaire, published in its first version unless `published` is false. */
export async function newOwnQuestionnaire(who: Scope, title = "Vores skema", { published = true }: { published?: boolean } = {}): Promise<{ id: string; versionId: string | null }> {
  const at = new Date("2026-11-20T10:00:00Z");
  return withTenant(who, async (tx) => {
    const made = await createQuestionnaire(tx, who, starterDraft("standard", { da: title, en: "" }), at);
    if (!made.ok) throw new Error(made.reason);
    if (!published) return { id: made.id, versionId: null };
    const done = await publishQuestionnaire(tx, who, made.id, { version: 1, note: "", at });
    if (!done.ok) throw new Error(done.reason);
    return { id: made.id, versionId: done.versionId };
  });
}
