import { forbidden, notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { archiveQuestionnaire } from "#app/questionnaire/builder/archive-questionnaire.server.ts";
import { createQuestionnaire } from "#app/questionnaire/builder/create-questionnaire.server.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { findPublishedQuestionnaire } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { publishQuestionnaire } from "#app/questionnaire/builder/publish-questionnaire.server.ts";
import { restoreVersion } from "#app/questionnaire/builder/restore-version.server.ts";
import { copyOf } from "#app/questionnaire/builder/starters.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Flash } from "#app/ui/flash.ts";

export type VersionStep = { ok: true; to: string; message: Flash } | { ok: false; reason: "conflict" | "problems" | "unchanged" | "archived" | "done-already" | "unknown" };

/** Publishes, copies, restores or archives, as the form of the versions page asks. */
export async function versionStep(scope: Scope, id: string, form: FormData, at: Date): Promise<VersionStep> {
  const number = Number(form.get("number") ?? 0);
  const step = (to: string, text: string, values?: Flash["values"]): VersionStep => ({ ok: true, to, message: { tone: "ok", text, ...(values ? { values } : {}) } });
  const refuse = (reason: string): VersionStep => {
    if (reason === "role") return forbidden();
    return reason === "not-found" ? notFound() : { ok: false, reason: reason as "conflict" };
  };
  switch (form.get("intent")) {
    case "publish": {
      const note = String(form.get("note") ?? "").replaceAll("\u0000", "").slice(0, 1_000);
      const done = await withTenant(scope, (tx) => publishQuestionnaire(tx, scope, id, { version: Number(form.get("version") ?? 0), note, at }));
      return done.ok ? step(paths.questionnaireVersions(id), "builder:versions.published", { number: done.number }) : refuse(done.reason);
    }
    case "copy": {
      const done = await withTenant(scope, async (tx) => {
        const found = (await ownQuestionnaires(tx, scope).find(id)) ?? notFound();
        const versionId = number > 0 ? ((await ownQuestionnaires(tx, scope).versionId(id, number)) ?? notFound()) : null;
        const draft = versionId ? ((await findPublishedQuestionnaire(tx, versionId))?.draft ?? notFound()) : found.draft;
        return createQuestionnaire(tx, scope, copyOf(draft), at);
      });
      return done.ok ? step(paths.questionnaire(done.id), "builder:copied") : refuse(done.reason);
    }
    case "restore": {
      const done = await withTenant(scope, (tx) => restoreVersion(tx, scope, id, { number, version: Number(form.get("version") ?? 0), at }));
      return done.ok ? step(paths.questionnaire(id), "builder:versions.restored", { number }) : refuse(done.reason);
    }
    case "archive":
    case "take-back": {
      const archived = form.get("intent") === "archive";
      const done = await withTenant(scope, (tx) => archiveQuestionnaire(tx, scope, id, archived, at));
      return done.ok ? step(archived ? paths.questionnaires() : paths.questionnaire(id), archived ? "builder:archived" : "builder:takenBack") : refuse(done.reason);
    }
    default:
      return { ok: false, reason: "unknown" };
  }
}
