import { finding, type RaisedFinding } from "../raised-finding.ts";

/** An approved sub-processor as the processor says it is now; `agreed` and `said` are the agreement's and the answer's own words. */
export type ConfirmedSubprocessor = { name: string; question: string; use: "still-used" | "changed" | "no-longer-used" | null; agreed: string; said: string };
/** A sub-processor in use beside those confirmed; `saidApproved` null = not said. */
export type NamedSubprocessor = { name: string; country: string; processing: string; saidApproved: boolean | null };
/** One that is only assumed to be in use, as the processor says it is; `used` null = not said. */
export type AssumedSubprocessor = { name: string; question: string; used: boolean | null; agreed: string; said: string };
/** The approved ones of the agreement (refused ones apart) and what was answered about it. `question` asked for others than those approved. */
export type SubprocessorFacts = { approved: readonly string[]; refused: readonly string[]; confirmed: readonly ConfirmedSubprocessor[]; others: readonly NamedSubprocessor[]; question: string };

/** Names are compared without case and surrounding or doubled spaces. */
const key = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
const has = (names: readonly string[], name: string) => names.some((one) => key(one) === key(name));

/**
 * SUBPROCESSOR-NEW: one is used that the agreement does not approve, also one that was assumed to be in use; one it refuses is graver and blocks. No sub-processor without prior
 * specific or general written approval: Datatilsynet 2021, ch. 6; GDPR art. 28(2).
 */
export function raiseFromNewSubprocessors({ approved, refused, others, question }: SubprocessorFacts, assumed: readonly AssumedSubprocessor[]): RaisedFinding[] {
  const raise = (name: string, difference: string, said: string, asked: string) =>
    finding({
      rule: "SUBPROCESSOR-NEW", severity: difference === "refused" ? "critical" : "major", blocking: difference === "refused", source: "004:566-576; GDPR art. 28(2)",
      question: asked, values: { subprocessor: name.trim(), difference, said, agreed: approved.join(", ") },
    });
  const used = assumed.filter((one) => one.used === true && !has(approved, one.name));
  const told = used.map(({ name }) => name);
  const listed = others.filter(({ name }) => name.trim() !== "" && (!has(approved, name) || has(refused, name)) && !has(told, name));
  return [
    ...used.map(({ name, question: asked, agreed, said }) => raise(name, "assumed", said || agreed, asked)),
    ...listed.map(({ name, country, processing, saidApproved }) => {
      const difference = has(refused, name) ? "refused" : assumed.some((one) => has([one.name], name)) ? "assumed" : saidApproved === true ? "said-approved" : "not-approved";
      return raise(name, difference, [processing, country].filter(Boolean).join(", "), question);
    }),
  ];
}

/** SUBPROCESSOR-CHANGED: an approved one does something else, or somewhere else, than was approved. Datatilsynet 2021, ch. 6; agreement template B.1, B.2. */
export function raiseFromChangedSubprocessors({ confirmed }: SubprocessorFacts): RaisedFinding[] {
  return confirmed.filter(({ use }) => use === "changed").map(({ name, question, agreed, said }) =>
    finding({ rule: "SUBPROCESSOR-CHANGED", severity: "major", source: "004:566-576; 001 B.2", question, values: { subprocessor: name, agreed, said } }));
}

/** SUBPROCESSOR-GONE: an approved one is no longer used, or one assumed to be in use is not; the list is to be put right. EDPB opinion 22/2024: the chain is known at all times. */
export function raiseFromGoneSubprocessors({ confirmed }: SubprocessorFacts, assumed: readonly AssumedSubprocessor[]): RaisedFinding[] {
  const raise = (question: string, values: RaisedFinding["values"]) => finding({ rule: "SUBPROCESSOR-GONE", severity: "notice", source: "EDPB 22/2024", question, values });
  return [
    ...confirmed.filter(({ use }) => use === "no-longer-used").map(({ name, question, agreed, said }) => raise(question, { subprocessor: name, agreed, said })),
    ...assumed.filter(({ used }) => used === false).map(({ name, question, agreed, said }) => raise(question, { subprocessor: name, agreed, said, difference: "assumed" })),
  ];
}
