import { isOpenFinding, type FindingState } from "../findings/finding-state.ts";
import { countedLevel, type ScoredItem } from "./level.ts";

/** What a controller concludes: i orden, i orden med bemærkninger, ikke i orden. */
export type Outcome = "in-order" | "in-order-with-remarks" | "not-in-order";

/** Why an outcome is proposed; texts are built from the code. */
export type ProposalReason =
  | "critical-not-met"
  | "critical-unanswered"
  | "blocking-finding-open"
  | "blocking-risk-accepted"
  | "special-requirement-unclarified"
  | "finding-open"
  | "below-threshold"
  | "nothing-scored"
  | "threshold-reached";

/** The proposed outcome and every reason that applies, gravest first. */
export type Proposal = { outcome: Outcome; reasons: ProposalReason[] };

/** The assessed score (0-100, or null), its items, the findings, and the tenant's threshold. */
export type ProposalFacts = {
  score: number | null;
  items: readonly Pick<ScoredItem, "critical" | "level" | "naAccepted">[];
  findings: readonly { blocking: boolean; state: FindingState }[];
  openClarificationOnSpecialRequirement: boolean;
  threshold: number;
};

const REFUSING: readonly ProposalReason[] = ["critical-not-met", "critical-unanswered", "blocking-finding-open"];

/**
 * Proposes a conclusion from the assessed answers and the findings. product.md §4; Datatilsynet 2021, ch. 4.
 * Silence on a critical question weighs as a no, so leaving one out never helps. Where nothing is scored (null) the best proposal is
 * "in order with remarks": the absence of answers is no ground for in order, and without a gap none for not in order.
 */
export function proposeConclusion(facts: ProposalFacts): Proposal {
  const critical = new Set(facts.items.filter((item) => item.critical).map(countedLevel));
  const open = facts.findings.filter(({ state }) => isOpenFinding(state));
  const applies: [ProposalReason, boolean][] = [
    ["critical-not-met", critical.has("not-met")],
    ["critical-unanswered", critical.has("unanswered")],
    ["blocking-finding-open", open.some(({ blocking }) => blocking)],
    ["blocking-risk-accepted", facts.findings.some(({ blocking, state }) => blocking && state === "risk-accepted")],
    ["special-requirement-unclarified", facts.openClarificationOnSpecialRequirement],
    ["finding-open", open.some(({ blocking }) => !blocking)],
    ["below-threshold", facts.score !== null && facts.score < facts.threshold],
    ["nothing-scored", facts.score === null],
  ];
  const reasons = applies.filter(([, holds]) => holds).map(([reason]) => reason);
  if (reasons.length === 0) return { outcome: "in-order", reasons: ["threshold-reached"] };
  return { outcome: reasons.some((reason) => REFUSING.includes(reason)) ? "not-in-order" : "in-order-with-remarks", reasons };
}
