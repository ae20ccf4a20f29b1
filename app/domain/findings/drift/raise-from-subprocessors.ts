import { finding, type RaisedFinding } from "../raised-finding.ts";

/** An approved sub-processor as the processor says it is now; `agreed` and `said` are the agreement's and the answer's own words. */
export type ConfirmedSubprocessor = { name: string; question: string; use: "still-used" | "changed" | "no-longer-used" | null; agreed: string; said: string };
/** A sub-processor in use beside those confirmed; `saidApproved` null = not said. */
export type NamedSubprocessor = { name: string; country: string; processing: string; saidApproved: boolean | null };
/** The list of the agreement (refused ones apart) and what was answered about it. `question` asked for others than those approved. */
export type SubprocessorFacts = { approved: readonly string[]; refused: readonly string[]; confirmed: readonly ConfirmedSubprocessor[]; others: readonly NamedSubprocessor[]; question: string };

/** Names are compared without case and surrounding or doubled spaces. */
const key = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
const has = (names: readonly string[], name: string) => names.some((one) => key(one) === key(name));

/**
 * SUBPROCESSOR-NEW: one is used that the agreement does not approve; one it refuses is graver and blocks. No sub-processor without prior
 * specific or general written approval: Datatilsynet 2021, ch. 6; GDPR art. 28(2).
 */
export function raiseFromNewSubprocessors({ approved, refused, others, question }: SubprocessorFacts): RaisedFinding[] {
  return others.filter(({ name }) => name.trim() !== "" && (!has(approved, name) || has(refused, name))).map(({ name, country, processing, saidApproved }) => {
    const isRefused = has(refused, name);
    const difference = isRefused ? "refused" : saidApproved === true ? "said-approved" : "not-approved";
    const values = { subprocessor: name.trim(), difference, said: [processing, country].filter(Boolean).join(", "), agreed: approved.join(", ") };
    return finding({ rule: "SUBPROCESSOR-NEW", severity: isRefused ? "critical" : "major", blocking: isRefused, source: "004:566-576; GDPR art. 28(2)", question, values });
  });
}

/** SUBPROCESSOR-CHANGED: an approved one does something else, or somewhere else, than was approved. Datatilsynet 2021, ch. 6; agreement template B.1, B.2. */
export function raiseFromChangedSubprocessors({ confirmed }: SubprocessorFacts): RaisedFinding[] {
  return confirmed.filter(({ use }) => use === "changed").map(({ name, question, agreed, said }) =>
    finding({ rule: "SUBPROCESSOR-CHANGED", severity: "major", source: "004:566-576; 001 B.2", question, values: { subprocessor: name, agreed, said } }));
}

/** SUBPROCESSOR-GONE: an approved one is no longer used; the list is to be put right. EDPB opinion 22/2024: the chain is known at all times. */
export function raiseFromGoneSubprocessors({ confirmed }: SubprocessorFacts): RaisedFinding[] {
  return confirmed.filter(({ use }) => use === "no-longer-used").map(({ name, question, agreed, said }) =>
    finding({ rule: "SUBPROCESSOR-GONE", severity: "notice", source: "EDPB 22/2024", question, values: { subprocessor: name, agreed, said } }));
}
