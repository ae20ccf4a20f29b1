import { z } from "zod";
import { LEVELS } from "#app/domain/scoring/level.ts";
import { isRequirementId } from "./catalogues/requirement-id.ts";
import { checkSurvey } from "./check-survey.ts";
import { listElements } from "./elements.ts";
import type { FrozenQuestionnaire, QuestionnaireFile } from "./types.ts";

const requirement = z.string().max(120).refine(isRequirementId);

export const scoringRule = z.strictObject({
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  critical: z.boolean(),
  requirements: z.array(requirement).max(20),
  evidence: z.enum(["none", "optional", "required"]),
  levels: z.record(z.string().max(60), z.enum(LEVELS as [string, ...string[]])),
  source: z.string().min(3).max(200),
});

const concept = z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

const head = {
  id: z.string().regex(/^k[2-6]$/),
  version: z.int().min(1).max(10_000),
  concept,
  minutes: z.int().min(1).max(600),
  scoring: z.record(z.string().max(100), scoringRule),
};

const localized = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const file = z.strictObject({
  ...head,
  survey: z.unknown(),
  specialRequirement: z.strictObject({
    page: z.strictObject({ name: z.string(), title: localized, description: localized.optional(), before: z.string().optional() }),
    elements: z.array(z.record(z.string(), z.unknown())).min(1).max(3),
    scoring: scoringRule,
  }),
});
const ground = z.strictObject({
  kind: z.enum(["concept", "limit", "special", "subprocessors", "locations", "retention", "procedure", "breaches", "statement", "own"]),
  key: z.string().min(1).max(100),
  questions: z.array(z.string().max(100)).min(1).max(400),
  source: z.string().max(200),
  text: localized.optional(),
});
const own = z.strictObject({
  questionnaireId: z.uuid(), versionId: z.uuid(), number: z.int().min(1).max(10_000), sha256: z.string().regex(/^[0-9a-f]{64}$/), title: localized, publishedAt: z.iso.datetime(),
});
const frozen = z.strictObject({ ...head, own: own.optional(), parts: z.array(concept).min(1).max(5).optional(), grounds: z.array(ground).max(600).optional(), survey: z.unknown() });

/** Parses one file of `questionnaires/requests`; throws with the path of the first mistake. */
export function parseQuestionnaireFile(json: unknown): QuestionnaireFile {
  const parsed = file.parse(json) as QuestionnaireFile;
  requireConsistent(parsed);
  return parsed;
}

/** Parses what is about to be frozen, or was: the envelope by schema, the survey by the allow-list. Throws when either refuses. */
export function parseFrozen(json: unknown): FrozenQuestionnaire {
  const parsed = frozen.parse(json) as FrozenQuestionnaire;
  requireConsistent(parsed);
  return parsed;
}

function requireConsistent({ survey, scoring }: { survey: unknown; scoring: FrozenQuestionnaire["scoring"] }): void {
  const checked = checkSurvey(survey);
  if (!checked.ok) throw new Error(`survey refused: ${checked.problems.map(({ path, code }) => `${path} ${code}`).join(", ")}`);
  const elements = new Map(listElements(checked.survey).map((element) => [element.name, element]));
  for (const [name, rule] of Object.entries(scoring)) {
    const element = elements.get(name);
    if (!element) throw new Error(`scoring names an unknown question: ${name}`);
    const choices = element.type === "boolean" ? ["true", "false"] : (element.choices ?? []).map(({ value }) => value);
    if (choices.toSorted().join() !== Object.keys(rule.levels).toSorted().join()) throw new Error(`levels of ${name} are not its choices`);
    if (rule.evidence !== "none" && !elements.has(`${name}_evidence`)) throw new Error(`${name} has no place for its evidence`);
  }
}

export { listElements } from "./elements.ts";
