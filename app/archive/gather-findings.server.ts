import type { Tx } from "#app/db/client.server.ts";
import type { Case } from "#app/supervision/assessment/load-case.server.ts";
import type { ReportedFile } from "#app/supervision/finding/report-done.server.ts";

export type GatheredFinding = Awaited<ReturnType<typeof gatherFindings>>["all"][number];

/** A case's findings with their whole life, and those on the agreement itself that stood in its period: what the processor reported, and the same fact in an earlier supervision. */
export async function gatherFindings(tx: Tx, found: Case, until: Date) {
  const { agreementId, controllerId, periodFrom } = found;
  const ofAgreement = await tx.finding.findMany({
    where: { agreementId, controllerId, supervisionId: null, raisedAt: { lte: until }, ...(periodFrom ? { OR: [{ closedAt: null }, { closedAt: { gte: periodFrom } }] } : {}) },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }], include: { decisions: { orderBy: { decidedAt: "asc" } } },
  });
  const rows = [...found.findings, ...ofAgreement];
  const reports = await tx.findingReport.findMany({ where: { controllerId, findingId: { in: rows.map(({ id }) => id) } }, orderBy: [{ reportedAt: "asc" }, { id: "asc" }] });
  const earlier = await tx.finding.findMany({ where: { controllerId, id: { in: rows.flatMap(({ previousId }) => previousId ?? []) } }, include: { supervision: { select: { id: true, concludedAt: true } } } });
  const whole = rows.map((row) => ({
    ...row, reports: reports.filter(({ findingId }) => findingId === row.id).map((report) => ({ ...report, evidence: report.evidence as unknown as ReportedFile[] })), previous: earlier.find(({ id }) => id === row.previousId) ?? null,
  }));
  return { all: whole, ofCase: whole.filter(({ supervisionId }) => supervisionId !== null), ofAgreement: whole.filter(({ supervisionId }) => supervisionId === null) };
}
