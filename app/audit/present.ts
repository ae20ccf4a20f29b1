/** An entry of the trail as it is stored. */
export type EventRow = {
  id: bigint; at: Date; actorId: string | null; actorName: string; actorOrganisationId: string | null; action: string; subjectType: string; subjectId: string;
  supervisionId: string | null; detail: unknown;
};
/** An entry as it is shown. `by` is empty where the portal itself acted; `details` are name and value as recorded. */
export type AuditView = {
  id: string; at: string; by: string; party: "own" | "other" | "portal"; action: string; subject: { type: string; id: string };
  supervision: { id: string; title: string; other: string } | null; details: [name: string, value: string][];
};
export type SupervisionName = { id: string; title: string; controllerId: string; controllerName: string; processorName: string };

/** One entry for the organisation that reads it. */
export function presentEvent(row: EventRow, organisationId: string, supervisions: ReadonlyMap<string, SupervisionName>): AuditView {
  const supervision = row.supervisionId === null ? undefined : supervisions.get(row.supervisionId);
  const party = row.actorOrganisationId !== null && row.actorOrganisationId !== organisationId ? "other" : row.actorId === null ? "portal" : "own";
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    by: row.actorName,
    party,
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId },
    supervision: supervision ? { id: supervision.id, title: supervision.title, other: supervision.controllerId === organisationId ? supervision.processorName : supervision.controllerName } : null,
    details: detailsOf(row.detail),
  };
}

/** Recorded facts as name and text; lists are joined, parts of parts are named by both ("changed.title"). */
export function detailsOf(detail: unknown, above = ""): [string, string][] {
  if (typeof detail !== "object" || detail === null) return [];
  return Object.entries(detail).flatMap(([key, value]): [string, string][] => {
    const name = `${above}${key}`;
    if (value === null || value === undefined || value === "") return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [[name, value.map(plain).join(", ")]];
    return typeof value === "object" ? detailsOf(value, `${name}.`) : [[name, plain(value)]];
  });
}

function plain(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
