import type { DisclosedBreach } from "#app/domain/findings/raise-from-breaches.ts";
import type { Confirmation } from "#app/domain/findings/raise-from-confirmation.ts";
import type { StatusFacts } from "#app/domain/findings/raise-from-status.ts";
import { choiceOf, panelsOf } from "./read-answers.ts";
import type { Answers } from "./types.ts";

/** A disclosed breach as answered, days as ISO days; `notifiedOn` null = the controller was not told. */
export type AnsweredBreach = DisclosedBreach & { discoveredOn: string | null; notifiedOn: string | null; what: string; measures: string };

/** The breaches disclosed under concepts 3-6; empty when the answer is no or missing. `ref` is the day of discovery and a running number. */
export function disclosedBreaches(answers: Answers): AnsweredBreach[] {
  if (choiceOf(answers, "breaches") !== "yes") return [];
  return panelsOf(answers, "breach_list").map((panel, index) => {
    const text = (field: string) => (typeof panel[field] === "string" ? panel[field].trim() : "");
    const [discoveredOn, notifiedOn, dealtWith] = [text("discovered_on") || null, text("notified_on") || null, text("dealt_with")];
    return {
      ref: discoveredOn ? `${discoveredOn} (${index + 1})` : String(index + 1),
      dealtWith: dealtWith === "yes" ? true : dealtWith === "no" ? false : null,
      notified: notifiedOn !== null,
      discoveredOn,
      notifiedOn,
      what: text("what"),
      measures: text("measures"),
    };
  });
}

/** What the answers to concept 3 say of the status; partly is a no, for something is left out. */
export function statusFacts(answers: Answers): StatusFacts {
  const covers = (question: string) => {
    const choice = choiceOf(answers, question);
    return choice === null ? null : choice === "no-subprocessors" ? ("none" as const) : choice === "yes";
  };
  const processing = covers("covers_processing");
  return {
    coversProcessing: processing === "none" ? null : processing,
    coversSubprocessors: covers("covers_subprocessors"),
    breaches: disclosedBreaches(answers),
    questions: { coverage: "covers_processing", subprocessors: "covers_subprocessors", breaches: "breach_list" },
  };
}

/** The confirmation of concept 2; one that is refused is never an unreserved one. */
export function confirmationFacts(answers: Answers): Confirmation {
  const choice = choiceOf(answers, "confirmation");
  return { question: "confirmation", given: choice === null ? null : choice === "confirmed" ? "unreserved" : "with-reservations" };
}
