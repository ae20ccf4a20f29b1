import { dayOrNull } from "#app/agreement/calendar-day.ts";
import type { Tx } from "#app/db/client.server.ts";
import { mayReportDone } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { listEvidence } from "#app/evidence/list-evidence.server.ts";
import type { Answers, FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import { placeOfFinding } from "./finding-place.server.ts";
import { findingSteps } from "./finding-steps.ts";
import { findingNames, presentFinding } from "./present.ts";

/** A released finding as a line of the processor's inbox. */
export type OwnFindingRow = { id: string; supervisionId: string; rule: string; severity: Severity; state: FindingState; title: string; controllerName: string; measure: string; dueOn: IsoDate | null; sentBack: boolean };

const OPEN: FindingState[] = ["open", "agreed", "reported-done"];

/** The findings that stand open for the processor in context over all its controllers, the earliest date first, and how many there are. */
export async function listOwnFindings(tx: Tx, scope: Pick<Scope, "organisationId">, most: number): Promise<{ rows: OwnFindingRow[]; total: number }> {
  const where = { processorId: scope.organisationId, releasedAt: { not: null }, state: { in: OPEN }, supervision: { state: { not: "withdrawn" } } };
  const total = await tx.finding.count({ where });
  const found = await tx.finding.findMany({
    where, orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { severity: "asc" }, { raisedAt: "asc" }, { id: "asc" }], take: most,
    select: { id: true, supervisionId: true, rule: true, severity: true, state: true, measure: true, dueOn: true, sentBack: true, supervision: { select: { title: true, controllerName: true } } },
  });
  const rows = found.map(({ supervision, supervisionId, severity, state, dueOn, sentBack, ...row }): OwnFindingRow => ({
    ...row, supervisionId: supervisionId ?? "", title: supervision?.title ?? "", controllerName: supervision?.controllerName ?? "",
    severity: severity as Severity, state: state as FindingState, dueOn: dayOrNull(dueOn), sentBack: sentBack !== "",
  }));
  return { rows, total };
}

/** One released finding with its reports and the files waiting to go with the next; null when there is no such finding for the processor in context. */
export async function findReleasedFinding(tx: Tx, scope: Pick<Scope, "organisationId">, { supervisionId, findingId, language }: { supervisionId: string; findingId: string; language: Language }) {
  const found = await tx.finding.findFirst({
    where: { id: findingId, supervisionId, processorId: scope.organisationId, releasedAt: { not: null }, supervision: { state: { not: "withdrawn" } } },
    include: { reports: true, supervision: { select: { title: true, controllerName: true, request: true, submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } } } },
  });
  if (!found?.supervision?.request) return null;
  const { supervision, reports } = found;
  const snapshot = agreementSnapshot.parse(supervision.request?.agreementSnapshot);
  const answers = (supervision.submissions[0]?.answers ?? {}) as unknown as Answers;
  const names = findingNames(supervision.request?.questionnaire as unknown as FrozenQuestionnaire, answers, snapshot, language);
  const files = (await listEvidence(tx, supervisionId)).filter(({ question, released }) => question === placeOfFinding(findingId) && !released);
  const finding = presentFinding(found, names);
  return {
    finding, title: supervision.title, controllerName: supervision.controllerName, contact: snapshot.contact, sentBack: found.sentBack, effectiveness: found.effectiveness,
    mayReport: mayReportDone(finding.state), place: placeOfFinding(findingId), files, reports: findingSteps([], reports),
  };
}
