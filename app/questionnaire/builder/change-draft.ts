import type { Localized } from "../types.ts";
import { limits } from "../allowed.ts";
import { dependentsOf } from "./check-conditions.ts";
import type { Condition } from "./condition.ts";
import { newPage, newQuestion, placeOf, questionsOf, type Draft, type DraftPage, type DraftQuestion } from "./draft.ts";
import type { DraftType } from "./question-types.ts";

/** One step of writing a questionnaire. Steps name what they concern, so that two people's steps fit together. */
export type DraftChange =
  | { kind: "settings"; title: Localized; description: Localized; minutes: number | null }
  | { kind: "page"; name: string; title: Localized; description: Localized; condition: Condition | null }
  | { kind: "question"; question: DraftQuestion }
  | { kind: "add-page"; after: string | null }
  | { kind: "add-question"; page: string; after: string | null; type: DraftType }
  | { kind: "duplicate"; question: string }
  | { kind: "move"; question: string; page: string; before: string | null }
  | { kind: "move-by"; question: string; by: 1 | -1 }
  | { kind: "move-page"; page: string; by: 1 | -1 }
  | { kind: "delete"; question: string; anyway: boolean }
  | { kind: "delete-page"; page: string; anyway: boolean }
  | { kind: "restore"; page: string; at: number; question: DraftQuestion }
  | { kind: "restore-page"; at: number; page: DraftPage };

/** `selected`: the page or question to go on with. */
export type Changed =
  | { ok: true; draft: Draft; selected: { page: string; question: string | null } | null }
  | { ok: false; reason: "gone" | "full" | "last-page" }
  | { ok: false; reason: "in-use"; dependents: { page: string; question: string | null }[] };

/** The draft after one step; the given one stays as it was. */
export function changeDraft(draft: Draft, change: DraftChange): Changed {
  switch (change.kind) {
    case "settings": return done({ ...draft, title: change.title, description: change.description, minutes: change.minutes });
    case "page": return withPage(draft, change.name, ({ questions, name }) => ({ name, title: change.title, description: change.description, condition: change.condition, questions }));
    case "question": return replace(draft, change.question);
    case "add-page": return addPage(draft, change.after);
    case "add-question": return insert(draft, change.page, change.after, newQuestion(freeName(draft, "q"), change.type));
    case "duplicate": return duplicate(draft, change.question);
    case "move": return move(draft, change);
    case "move-by": return moveBy(draft, change.question, change.by);
    case "move-page": return movePage(draft, change.page, change.by);
    case "delete": return remove(draft, change.question, change.anyway);
    case "delete-page": return removePage(draft, change.page, change.anyway);
    case "restore": return restore(draft, change);
    case "restore-page": return restorePage(draft, change);
  }
}

const gone = { ok: false, reason: "gone" } as const;
const full = { ok: false, reason: "full" } as const;
const done = (draft: Draft, page: string | null = null, question: string | null = null): Changed => ({ ok: true, draft, selected: page === null ? null : { page, question } });

/** The first free name of its kind: q1, q2 …; names are never used twice, so that answers keep meaning the same. */
function freeName(draft: Draft, start: string): string {
  const taken = new Set([...questionsOf(draft), ...draft.pages].map(({ name }) => name));
  let number = taken.size;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

function withPage(draft: Draft, name: string, change: (page: DraftPage) => DraftPage): Changed {
  if (!draft.pages.some((page) => page.name === name)) return gone;
  return done({ ...draft, pages: draft.pages.map((page) => (page.name === name ? change(page) : page)) }, name);
}

function replace(draft: Draft, question: DraftQuestion): Changed {
  const place = placeOf(draft, question.name);
  if (!place) return gone;
  const changed = withPage(draft, place.page.name, (page) => ({ ...page, questions: page.questions.with(place.at, question) }));
  return changed.ok ? done(changed.draft, place.page.name, question.name) : changed;
}

function addPage(draft: Draft, after: string | null): Changed {
  if (draft.pages.length >= limits.pages) return full;
  const name = freeName(draft, "page");
  const at = after === null ? draft.pages.length : draft.pages.findIndex((page) => page.name === after) + 1;
  return done({ ...draft, pages: draft.pages.toSpliced(at === 0 ? draft.pages.length : at, 0, newPage(name)) }, name);
}

function insert(draft: Draft, page: string, after: string | null, question: DraftQuestion): Changed {
  if (questionsOf(draft).length >= limits.questions) return full;
  const changed = withPage(draft, page, (one) => {
    const at = after === null ? -1 : one.questions.findIndex(({ name }) => name === after);
    return { ...one, questions: one.questions.toSpliced(at < 0 ? one.questions.length : at + 1, 0, question) };
  });
  return changed.ok ? done(changed.draft, page, question.name) : changed;
}

function duplicate(draft: Draft, name: string): Changed {
  const place = placeOf(draft, name);
  return place ? insert(draft, place.page.name, name, { ...structuredClone(place.question), name: freeName(draft, "q") }) : gone;
}

function move(draft: Draft, { question: name, page, before }: { question: string; page: string; before: string | null }): Changed {
  const place = placeOf(draft, name);
  if (!place) return gone;
  if (before === name) return done(draft, page, name);
  const without = draft.pages.map((one) => ({ ...one, questions: one.questions.filter((each) => each.name !== name) }));
  const changed = withPage({ ...draft, pages: without }, page, (one) => {
    const at = before === null ? -1 : one.questions.findIndex((each) => each.name === before);
    return { ...one, questions: one.questions.toSpliced(at < 0 ? one.questions.length : at, 0, place.question) };
  });
  return changed.ok ? done(changed.draft, page, name) : changed;
}

/** One place up or down; over the edge of its page it goes to the next one. */
function moveBy(draft: Draft, name: string, by: 1 | -1): Changed {
  const place = placeOf(draft, name);
  if (!place) return gone;
  const { page, at } = place;
  if (page.questions[at + by]) return move(draft, { question: name, page: page.name, before: page.questions[by < 0 ? at - 1 : at + 2]?.name ?? null });
  const next = draft.pages[draft.pages.indexOf(page) + by];
  return next ? move(draft, { question: name, page: next.name, before: by < 0 ? null : (next.questions[0]?.name ?? null) }) : done(draft, page.name, name);
}

function movePage(draft: Draft, name: string, by: 1 | -1): Changed {
  const at = draft.pages.findIndex((page) => page.name === name);
  const [page, other] = [draft.pages[at], draft.pages[at + by]];
  if (!page) return gone;
  return done(other ? { ...draft, pages: draft.pages.with(at, other).with(at + by, page) } : draft, name);
}

function remove(draft: Draft, name: string, anyway: boolean): Changed {
  const place = placeOf(draft, name);
  if (!place) return gone;
  const dependents = dependentsOf(draft, name);
  if (dependents.length > 0 && !anyway) return { ok: false, reason: "in-use", dependents };
  const { page, at } = place;
  const changed = withPage(draft, page.name, (one) => ({ ...one, questions: one.questions.toSpliced(at, 1) }));
  return changed.ok ? done(changed.draft, page.name, (page.questions[at + 1] ?? page.questions[at - 1])?.name ?? null) : changed;
}

function removePage(draft: Draft, name: string, anyway: boolean): Changed {
  const at = draft.pages.findIndex((page) => page.name === name);
  const page = draft.pages[at];
  if (!page) return gone;
  if (draft.pages.length === 1) return { ok: false, reason: "last-page" };
  const inside = new Set(page.questions.map((one) => one.name));
  const dependents = page.questions.flatMap((one) => dependentsOf(draft, one.name)).filter((one) => one.page !== name && !(one.question && inside.has(one.question)));
  if (dependents.length > 0 && !anyway) return { ok: false, reason: "in-use", dependents };
  const pages = draft.pages.toSpliced(at, 1);
  return done({ ...draft, pages }, pages[Math.max(0, at - 1)]!.name);
}

function restore(draft: Draft, { page, at, question }: { page: string; at: number; question: DraftQuestion }): Changed {
  if (placeOf(draft, question.name)) return done(draft, page, question.name);
  if (questionsOf(draft).length >= limits.questions) return full;
  const home = draft.pages.some(({ name }) => name === page) ? page : draft.pages[0]!.name;
  const changed = withPage(draft, home, (one) => ({ ...one, questions: one.questions.toSpliced(at, 0, question) }));
  return changed.ok ? done(changed.draft, home, question.name) : changed;
}

function restorePage(draft: Draft, { at, page }: { at: number; page: DraftPage }): Changed {
  if (draft.pages.some(({ name }) => name === page.name)) return done(draft, page.name);
  if (draft.pages.length >= limits.pages) return full;
  const taken = new Set(questionsOf(draft).map(({ name }) => name));
  return done({ ...draft, pages: draft.pages.toSpliced(at, 0, { ...page, questions: page.questions.filter(({ name }) => !taken.has(name)) }) }, page.name);
}
