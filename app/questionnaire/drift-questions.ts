import { choiceOf, commentOf, listSpecialRequirements, panelsOf, yesOrNo } from "./read-answers.ts";
import type { Answers, FrozenQuestionnaire } from "./types.ts";

/**
 * The questions that let practice be compared with the agreement, by name, and what their answers mean. Composed questionnaires (version 2)
 * ask them; older ones do not, and then nothing is known.
 *
 * | question                | answers                                   | means                                                        |
 * |-------------------------|-------------------------------------------|--------------------------------------------------------------|
 * | `approved_<id>`         | still-used, changed (+ comment), no-longer-used | one approved sub-processor, by the id of its row       |
 * | `assumed_<id>`          | no, yes (+ comment)                       | one that is only assumed to be in use, by the id of its row  |
 * | `subprocessors_new`     | no, yes                                   | others than those approved are used                          |
 * | `subprocessors_new_list`| panels: name, country, processing, used_since, approved (yes/no) | who they are, and whether they say they are approved |
 * | `locations`             | as-agreed, elsewhere                      | data is processed in the places agreed only, or elsewhere too |
 * | `locations_elsewhere`   | panels: place, country, processing, used_since | where                                                   |
 * | `retention`             | as-agreed, otherwise (+ comment)          | data is kept and erased as agreed                            |
 * | `limits_met`            | yes, partly (+ comment), no (+ comment)   | the time limits listed there were kept                       |
 * | `instead_<id>`          | met, partly, not-met, not-applicable (+ comment) | how a special requirement is met that the statement leaves out; asked where `special_<id>` = not-covered |
 */
export const DRIFT = {
  approvedPrefix: "approved_", assumedPrefix: "assumed_", insteadPrefix: "instead_", otherSubprocessors: "subprocessors_new", otherSubprocessorList: "subprocessors_new_list",
  places: "locations", placesElsewhere: "locations_elsewhere", retention: "retention", limits: "limits_met",
} as const;

/** A sub-processor of the approved list as the processor says it is now; `use` null = not answered. `details` is what has changed. */
export type ApprovedNow = { id: string; question: string; use: "still-used" | "changed" | "no-longer-used" | null; details: string | null };
/** A sub-processor assumed to be in use, as the processor says it is; `used` null = not answered. */
export type AssumedNow = { id: string; question: string; used: boolean | null; details: string | null };
/** One the approved list does not have. */
export type OtherSubprocessor = { name: string; country: string; processing: string; usedSince: string | null; saidApproved: boolean | null };
export type OtherPlace = { place: string; country: string; processing: string; usedSince: string | null };
/** How a special requirement is met that the auditor's statement does not cover; `level` null = not answered. */
export type MetInstead = { id: string; question: string; level: "met" | "partly" | "not-met" | "not-applicable" | null };

/** What the answers say of practice beside the agreement. `null` = not asked or not answered. */
export type DriftFacts = {
  approved: ApprovedNow[];
  assumed: AssumedNow[];
  others: OtherSubprocessor[];
  usesOthers: boolean | null;
  placesAsAgreed: boolean | null;
  placesElsewhere: OtherPlace[];
  retentionAsAgreed: boolean | null;
  retentionDetails: string | null;
  limitsKept: "yes" | "partly" | "no" | null;
  limitDetails: string | null;
  metInstead: MetInstead[];
};

const word = <T extends string>(given: string | null, permitted: readonly T[]): T | null => permitted.find((one) => one === given) ?? null;
const written = (value: unknown) => (typeof value === "string" ? value.trim() : "");

/** Reads the answers about sub-processors, places, retention, limits and what is met instead. */
export function driftFacts(frozen: Pick<FrozenQuestionnaire, "survey" | "scoring">, answers: Answers): DriftFacts {
  const names = frozen.survey.pages.flatMap(({ elements }) => elements.map(({ name }) => name));
  const approved = names.filter((name) => name.startsWith(DRIFT.approvedPrefix)).map((question): ApprovedNow => (
    { id: question.slice(DRIFT.approvedPrefix.length), question, use: word(choiceOf(answers, question), ["still-used", "changed", "no-longer-used"]), details: commentOf(answers, question) }));
  const [usesOthers, places, retention] = [choiceOf(answers, DRIFT.otherSubprocessors), choiceOf(answers, DRIFT.places), choiceOf(answers, DRIFT.retention)];
  return {
    approved,
    assumed: names.filter((name) => name.startsWith(DRIFT.assumedPrefix)).map((question) => (
      { id: question.slice(DRIFT.assumedPrefix.length), question, used: yesOrNo(answers, question), details: commentOf(answers, question) })),
    usesOthers: usesOthers === null ? null : usesOthers === "yes",
    others: usesOthers === "yes" ? panelsOf(answers, DRIFT.otherSubprocessorList).map(toSubprocessor) : [],
    placesAsAgreed: places === null ? null : places === "as-agreed",
    placesElsewhere: places === "elsewhere" ? panelsOf(answers, DRIFT.placesElsewhere).map(toPlace) : [],
    retentionAsAgreed: retention === null ? null : retention === "as-agreed",
    retentionDetails: commentOf(answers, DRIFT.retention),
    limitsKept: word(choiceOf(answers, DRIFT.limits), ["yes", "partly", "no"]),
    limitDetails: commentOf(answers, DRIFT.limits),
    metInstead: listSpecialRequirements(frozen).filter(({ id, question }) => names.includes(DRIFT.insteadPrefix + id) && choiceOf(answers, question) === "not-covered").map(({ id }): MetInstead => {
      const question = DRIFT.insteadPrefix + id;
      return { id, question, level: word(choiceOf(answers, question), ["met", "partly", "not-met", "not-applicable"]) };
    }),
  };
}

function toSubprocessor(panel: Record<string, unknown>): OtherSubprocessor {
  const [name, country, processing, since] = [panel.name, panel.country, panel.processing, panel.used_since].map(written);
  return { name: name ?? "", country: country ?? "", processing: processing ?? "", usedSince: since || null, saidApproved: panel.approved === "yes" ? true : panel.approved === "no" ? false : null };
}

function toPlace(panel: Record<string, unknown>): OtherPlace {
  const [place, country, processing, since] = [panel.place, panel.country, panel.processing, panel.used_since].map(written);
  return { place: place ?? "", country: country ?? "", processing: processing ?? "", usedSince: since || null };
}
