import { canonicalJson } from "../canonical-json.ts";
import { questionsOf, type Draft, type DraftQuestion } from "./draft.ts";

const FIELDS = ["type", "title", "description", "required", "choices", "weight", "critical", "evidence", "evidenceText", "requirements", "source", "comment", "commentText", "reasonText", "condition", "rows", "min", "max", "maxLength", "lines"] as const satisfies readonly (keyof DraftQuestion)[];
export type QuestionField = (typeof FIELDS)[number];
export type DraftDifference =
  | { kind: "added" | "removed" | "moved"; what: "question" | "page"; name: string; title: string }
  | { kind: "changed"; what: "question"; name: string; title: string; fields: QuestionField[] }
  | { kind: "changed"; what: "page" | "settings"; name: string; title: string; fields: ("title" | "description" | "condition" | "minutes")[] };

const differs = (a: unknown, b: unknown) => canonicalJson(a) !== canonicalJson(b);

/** What of a question is another in the other wording. */
export const changedFields = (before: DraftQuestion, after: DraftQuestion): QuestionField[] => FIELDS.filter((field) => differs(before[field], after[field]));

/** What changed from one draft to another, in the order of the newer one; what was taken away comes last. */
export function differencesOf(before: Draft, after: Draft): DraftDifference[] {
  const found: DraftDifference[] = [];
  const settings = (["title", "description", "minutes"] as const).filter((field) => differs(before[field], after[field]));
  if (settings.length > 0) found.push({ kind: "changed", what: "settings", name: "", title: after.title.da, fields: settings });
  const oldPages = new Map(before.pages.map((page) => [page.name, page]));
  const old = new Map(before.pages.flatMap((page) => page.questions.map((question) => [question.name, { question, page: page.name }] as const)));
  const order = new Set(keptInOrder(before, after));
  for (const page of after.pages) {
    const was = oldPages.get(page.name);
    const fields = was ? (["title", "description", "condition"] as const).filter((field) => differs(was[field], page[field])) : [];
    if (!was) found.push({ kind: "added", what: "page", name: page.name, title: page.title.da });
    else if (fields.length > 0) found.push({ kind: "changed", what: "page", name: page.name, title: page.title.da, fields });
    for (const question of page.questions) {
      const place = old.get(question.name);
      const { name, title: { da: title } } = question;
      if (!place) found.push({ kind: "added", what: "question", name, title });
      else {
        if (place.page !== page.name || !order.has(name)) found.push({ kind: "moved", what: "question", name, title });
        const changed = changedFields(place.question, question);
        if (changed.length > 0) found.push({ kind: "changed", what: "question", name, title, fields: changed });
      }
    }
  }
  const pages = new Set(after.pages.map(({ name }) => name));
  const names = new Set(questionsOf(after).map(({ name }) => name));
  for (const page of before.pages) if (!pages.has(page.name)) found.push({ kind: "removed", what: "page", name: page.name, title: page.title.da });
  for (const { name, title } of questionsOf(before)) if (!names.has(name)) found.push({ kind: "removed", what: "question", name, title: title.da });
  return found;
}

/** Questions of both drafts that kept their order: the longest such row, so that moving one question moves one. */
function keptInOrder(before: Draft, after: Draft): string[] {
  const place = new Map(questionsOf(before).map(({ name }, at) => [name, at]));
  const names = questionsOf(after).map(({ name }) => name).filter((name) => place.has(name));
  const best: string[][] = [];
  for (const [at, name] of names.entries()) {
    const longest = best.slice(0, at).filter((row) => place.get(row.at(-1)!)! < place.get(name)!).reduce<string[]>((most, row) => (row.length > most.length ? row : most), []);
    best.push([...longest, name]);
  }
  return best.reduce<string[]>((most, row) => (row.length > most.length ? row : most), []);
}
