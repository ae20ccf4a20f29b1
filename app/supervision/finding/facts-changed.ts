/** Reason code of a decision the rules made themselves, because the fact behind a finding was gone or had returned. */
export const FACTS_CHANGED = "facts-changed";
