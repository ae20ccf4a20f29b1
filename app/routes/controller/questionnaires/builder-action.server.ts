import { data, redirect } from "@remix-run/node";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { paths } from "#app/paths.ts";
import { changeQuestionnaire } from "#app/questionnaire/builder/change-questionnaire.server.ts";
import { changedFields } from "#app/questionnaire/builder/differences.ts";
import { placeOf, type DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import { markOfTarget } from "#app/questionnaire/builder/marks.server.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { readSteps, undoOf, type Typed } from "./read-steps.server.ts";

type Place = { page: string; question: string | null };
/** What the page is told after a step that does not lead elsewhere. */
export type BuilderAnswer =
  | { kind: "saved"; base: string; at: string }
  | { kind: "conflict"; base: string; byName: string; at: string; typed: Typed | null; theirs: DraftQuestion | null; fields: string[] }
  | { kind: "in-use"; dependents: Place[]; intent: "delete" | "delete-page"; name: string }
  | { kind: "deleted"; undo: string; title: string }
  | { kind: "refused"; reason: "gone" | "full" | "last-page" | "too-long" | "too-large" | "busy" | "archived" };

const refused = (reason: Extract<BuilderAnswer, { kind: "refused" }>["reason"], status = 409) => data<BuilderAnswer>({ kind: "refused", reason }, { status });

/** Takes the steps a form of the builder asks for. `autosave` is answered with the new mark; other steps lead to what is worked on next. */
export async function takeSteps(scope: Scope, id: string, form: FormData, at: Date) {
  const intent = String(form.get("intent") ?? "");
  const before = (await withTenant(scope, (tx) => ownQuestionnaires(tx, scope).find(id), { readOnly: true })) ?? notFound();
  const read = readSteps(form, before.draft);
  if (!read.ok) return read.reason === "unknown" ? refused("gone", 422) : refused(read.reason, read.reason === "gone" ? 409 : 422);
  const { steps, base, typed } = read;
  const changed = await withTenant(scope, (tx) => changeQuestionnaire(tx, scope, id, steps, { base, at }));
  if (changed.ok) {
    const [first] = steps;
    if (intent === "autosave" && first) return data<BuilderAnswer>({ kind: "saved", base: markOfTarget(changed.draft, first), at: at.toISOString() });
    const undo = undoOf(before.draft, first);
    if (undo !== null && first) return data<BuilderAnswer>({ kind: "deleted", undo, title: titleOf(before.draft, first) });
    const saved = intent === "save" ? { headers: flash({ tone: "ok", text: "builder:saved" }) } : {};
    return redirect(`${paths.questionnaire(id)}${queryOf(changed.selected)}`, saved);
  }
  switch (changed.reason) {
    case "role": return forbidden();
    case "not-found": return notFound();
    case "in-use": {
      const [first] = steps;
      const name = first?.kind === "delete" ? first.question : first?.kind === "delete-page" ? first.page : "";
      return data<BuilderAnswer>({ kind: "in-use", dependents: changed.dependents, intent: first?.kind === "delete-page" ? "delete-page" : "delete", name }, { status: 409 });
    }
    case "conflict": {
      const { current } = changed;
      const mine = typed && "question" in typed ? typed.question : null;
      const theirs = mine && (placeOf(current.draft, mine.name)?.question ?? null);
      const base = steps[0] ? markOfTarget(current.draft, steps[0]) : "";
      const fields = mine && theirs ? changedFields(theirs, mine) : [];
      return data<BuilderAnswer>({ kind: "conflict", base, byName: current.updatedByName, at: current.updatedAt.toISOString(), typed, theirs, fields }, { status: 409 });
    }
    default: return refused(changed.reason);
  }
}

function titleOf(draft: Parameters<typeof undoOf>[0], step: NonNullable<Parameters<typeof undoOf>[1]>): string {
  if (step.kind === "delete") return placeOf(draft, step.question)?.question.title.da ?? "";
  return step.kind === "delete-page" ? (draft.pages.find(({ name }) => name === step.page)?.title.da ?? "") : "";
}

function queryOf(selected: Place | null): string {
  if (selected === null) return "?part=settings";
  return selected.question === null ? `?page=${encodeURIComponent(selected.page)}` : `?question=${encodeURIComponent(selected.question)}`;
}
