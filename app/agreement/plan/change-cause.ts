/** What may change an agreement's score, its concept or how often it is supervised. */
export const CAUSE_KINDS = ["persons", "categories", "subprocessor", "country", "breach", "certificate", "owner", "ways-of-working"] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** One change: before and after in short words or ids ("" where there is none), when (ISO instant), and the row or field it is about. */
export type ChangeCause = { kind: CauseKind; from: string; to: string; at: string; ref: string };

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** The causes stored with a reassessment; what is none is left out. */
export function readCauses(stored: unknown): ChangeCause[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    const { kind, from, to, at, ref } = (typeof one === "object" && one !== null ? one : {}) as Record<string, unknown>;
    const known = CAUSE_KINDS.find((each) => each === kind);
    return known ? [{ kind: known, from: text(from), to: text(to), at: text(at), ref: text(ref) }] : [];
  });
}

/** The causes with one more. What is noted already is not noted twice; of what changed again, the first "before" and the last "after" stand. */
export function withCause(causes: readonly ChangeCause[], added: ChangeCause): ChangeCause[] {
  const same = causes.find(({ kind, ref }) => kind === added.kind && ref === added.ref);
  return same ? causes.map((one) => (one === same ? { ...added, from: same.from } : one)) : [...causes, added];
}
