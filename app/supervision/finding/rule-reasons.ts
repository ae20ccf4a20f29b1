/** Reason code of a decision the rules made themselves, because the fact behind a finding was gone or had returned. */
export const FACTS_CHANGED = "facts-changed";
/** A risk accepted in the supervision before is still accepted, for the same fact and until the same day. */
export const CARRIED_OVER = "carried-over";
/** The same fact stands in a later supervision: its finding lives on there. */
export const CONTINUED = "continued";
/** The acceptance of a risk has ended. */
export const ACCEPTANCE_ENDED = "acceptance-ended";

const RULE_REASONS: readonly string[] = [FACTS_CHANGED, CARRIED_OVER, CONTINUED, ACCEPTANCE_ENDED];

/** Whether a decision was made by the rules, not by a person; its reason is then a code that pages say in words. */
export function isRuleReason(reason: string): boolean {
  return RULE_REASONS.includes(reason);
}
