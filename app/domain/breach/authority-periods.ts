// data table
/** How long a controller has to tell the authority of a breach, from when on the rule is in force, and where it stands. A new law is a new line. */
export type AuthorityPeriod = { from: string; hours: number; source: string };

export const AUTHORITY_PERIODS: readonly AuthorityPeriod[] = [
  // The Digital Omnibus (96 hours, high risk only) was a proposal when this was written: domain.md §5.2.
  { from: "2018-05-25", hours: 72, source: "GDPR art. 33(1); 001 9.2.b" },
];
