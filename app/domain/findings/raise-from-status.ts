import { raiseFromBreaches, type DisclosedBreach } from "./raise-from-breaches.ts";
import type { RaisedFinding } from "./raised-finding.ts";

/** What the yearly status says it covers (null = not said; sub-processors "none" = none are used), and the breaches disclosed. */
export type StatusFacts = {
  coversProcessing: boolean | null;
  coversSubprocessors: boolean | "none" | null;
  breaches: readonly DisclosedBreach[];
  questions?: { coverage?: string; subprocessors?: string; breaches?: string };
};

/** K3-COVERAGE for each part the status leaves out (all processing, by the processor or sub-processors: K3-2), then the breach rules. Datatilsynet 2021, concept 3. */
export function raiseFromStatus({ coversProcessing, coversSubprocessors, breaches, questions }: StatusFacts): RaisedFinding[] {
  const coverage = (part: "processing" | "subprocessors", covered: boolean | "none" | null, question: string | undefined): RaisedFinding[] => {
    if (covered === true || covered === "none") return [];
    const severity = covered === false ? "major" : "minor";
    return [{ rule: "K3-COVERAGE", severity, blocking: false, source: "Datatilsynet 2021, koncept 3", question: question ?? null, values: { part } }];
  };
  return [
    ...coverage("processing", coversProcessing, questions?.coverage),
    ...coverage("subprocessors", coversSubprocessors, questions?.subprocessors),
    ...raiseFromBreaches(breaches, questions?.breaches ?? null),
  ];
}
