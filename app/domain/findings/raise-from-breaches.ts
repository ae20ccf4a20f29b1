import type { RaisedFinding } from "./raised-finding.ts";

/** A breach the processor discloses for the time since the last supervision; null = not said. `ref` identifies it to people. */
export type DisclosedBreach = { ref: string; dealtWith: boolean | null; notified: boolean | null };

/**
 * K3-BREACH-OPEN: the problems behind a breach are not dealt with (K3-9). K3-BREACH-UNNOTIFIED: it was not notified without undue
 * delay (K3-10). Not said weighs less than no, but is a gap too. Datatilsynet 2021, concept 3 and footnote 3 (concept 4: footnote 4).
 */
export function raiseFromBreaches(breaches: readonly DisclosedBreach[], question: string | null = null): RaisedFinding[] {
  return breaches.flatMap(({ ref, dealtWith, notified }): RaisedFinding[] => {
    const gap = (rule: string, answer: boolean | null, source: string): RaisedFinding[] =>
      answer === true ? [] : [{ rule, severity: answer === false ? "major" : "minor", blocking: false, source, question, values: { breach: ref } }];
    return [
      ...gap("K3-BREACH-OPEN", dealtWith, "Datatilsynet 2021, koncept 3"),
      ...gap("K3-BREACH-UNNOTIFIED", notified, "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)"),
    ];
  });
}
