type One = { id: string; breachId: string | null; registerId: string; sameAsId: string | null; folded: readonly unknown[]; awareAt: Date; authorityDecision: string; highRisk: boolean | null; closedAt: Date | null };

/** Whether two records may be said to be one breach: at the same processor, each standing by itself, and one of them a notice. */
export function mayBeOne(one: One, other: One): boolean {
  const alone = (record: One) => record.sameAsId === null;
  // What others were folded into stays the one that counts; it takes more, and is not folded itself.
  return one.id !== other.id && one.registerId === other.registerId && alone(one) && alone(other) && (one.folded.length === 0 || other.folded.length === 0) && (one.breachId !== null || other.breachId !== null);
}

/** Which of two records of one breach counts: the one that counts for others already, else the only one decided on, else the one that is no notice, else the older. */
export function mainOf<Kind extends One>(one: Kind, other: Kind): Kind {
  const tests: ((record: Kind) => boolean)[] = [
    ({ folded }) => folded.length > 0, ({ authorityDecision, highRisk, closedAt }) => authorityDecision !== "" || highRisk !== null || closedAt !== null, ({ breachId }) => breachId === null,
  ];
  const telling = tests.find((test) => test(one) !== test(other));
  return telling ? (telling(one) ? one : other) : one.awareAt <= other.awareAt ? one : other;
}
