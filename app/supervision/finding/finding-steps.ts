import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { ReportedFile } from "./report-done.server.ts";
import { isRuleReason } from "./rule-reasons.ts";

/** One step in a finding's life; `byRule`: the facts or a date made it, not a person, and the reason is a code. `files` of a report of the processor. */
export type FindingStep = { id: string; to: FindingState; reason: string; byRule: boolean; byProcessor: boolean; byName: string; at: string; files: ReportedFile[] };

type Decided = { id: string; toState: string; reason: string; decidedByName: string; decidedAt: Date };
type Reported = { id: string; body: string; evidence: unknown; reportedByName: string; reportedAt: Date };

/** Decisions of the controller and reports of the processor in one line, newest first. */
export function findingSteps(decisions: readonly Decided[], reports: readonly Reported[]): FindingStep[] {
  const decided = decisions.map(({ id, toState, reason, decidedByName, decidedAt }): FindingStep => ({
    id, to: toState as FindingState, reason, byRule: isRuleReason(reason), byProcessor: false, byName: decidedByName, at: decidedAt.toISOString(), files: [],
  }));
  const reported = reports.map(({ id, body, evidence, reportedByName, reportedAt }): FindingStep => ({
    id, to: "reported-done", reason: body, byRule: false, byProcessor: true, byName: reportedByName, at: reportedAt.toISOString(), files: evidence as unknown as ReportedFile[],
  }));
  return [...decided, ...reported].sort((one, other) => other.at.localeCompare(one.at));
}
