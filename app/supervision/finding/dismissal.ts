/** Rules whose finding nobody may call "not a gap": the authority's own bar. Were the fact wrong, the answer is returned and corrected. */
const NEVER_DISMISSED: readonly string[] = ["GAP-1"];

/** Whether people may close a finding of this rule as not a gap (Datatilsynet 2021, concept 5: high assurance at 7–10 points). */
export function mayBeDismissed(rule: string): boolean {
  return !NEVER_DISMISSED.includes(rule);
}
