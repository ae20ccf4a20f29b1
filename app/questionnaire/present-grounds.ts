import { partsOf } from "./parts.ts";
import type { FrozenQuestionnaire, Ground, Language } from "./types.ts";

/** Causes of questions in the order they are shown, the agreement's own before the concept's. */
const order: readonly Ground["kind"][] = ["concept", "own", "statement", "special", "limit", "procedure", "subprocessors", "locations", "retention", "breaches"];

export type GroundLine = { key: string; text: string | null; source: string; questions: number };
export type GroundGroup = { kind: Ground["kind"]; lines: GroundLine[]; questions: number };

/** Why the questions of a request are asked, by cause, in one language; older questionnaires name their concept alone. */
export function presentGrounds(frozen: FrozenQuestionnaire, language: Language): GroundGroup[] {
  const grounds = frozen.grounds ?? partsOf(frozen).map((concept): Ground => ({ kind: "concept", key: `k${concept}`, questions: [], source: `Datatilsynet 2021, koncept ${concept}` }));
  return order.flatMap((kind) => {
    const same = grounds.filter((ground) => ground.kind === kind);
    const lines = same.map(({ key, text, source, questions }): GroundLine => ({ key, text: text ? text[language].charAt(0).toUpperCase() + text[language].slice(1) : null, source, questions: questions.length }));
    return lines.length === 0 ? [] : [{ kind, lines, questions: new Set(same.flatMap(({ questions }) => questions)).size }];
  });
}
