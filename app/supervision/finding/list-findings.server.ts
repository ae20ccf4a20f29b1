import { columnOf, dayOrNull } from "#app/agreement/calendar-day.ts";
import { literally } from "#app/agreement/search-text.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isOpenFinding } from "#app/domain/findings/finding-state.ts";
import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { addDays, compareDates } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { EXPIRES_SOON } from "./finding-filter.ts";
import type { FindingFilter, FindingSort } from "./finding-filter.ts";

/** A finding as a line of the gap list. `expired`: the accepted risk has run out, so that it counts as open again. */
export type FindingRow = {
  id: string; rule: string; /** What within its rule it is about: own words, the question, a requirement, an exception, a sub-processor; "" if nothing. */ about: string; severity: Severity; blocking: boolean; state: FindingState; expired: boolean; overdue: boolean; /** It continues one of an earlier supervision. */ returned: boolean;
  agreementId: string; /** Null: on the agreement itself. */ supervisionId: string | null; title: string; processorName: string; measure: string; ownerName: string; dueOn: IsoDate | null; acceptedUntil: IsoDate | null; raisedOn: string;
};
type Wish = { filter: FindingFilter; sort: { key: FindingSort; direction: "ascending" | "descending" }; skip: number; take: number; today: IsoDate; language: Language };

const OPEN: FindingState[] = ["open", "agreed", "reported-done"];

/** An accepted risk counts as open from the day after its acceptance ends. */
function stillOpen(today: IsoDate): Prisma.FindingWhereInput {
  return { OR: [{ state: { in: OPEN } }, { state: "risk-accepted", acceptedUntil: { lt: columnOf(today) ?? undefined } }] };
}

function shown(show: FindingFilter["show"], today: IsoDate): Prisma.FindingWhereInput {
  switch (show) {
    case "open": return stillOpen(today);
    case "overdue": return { state: { in: OPEN }, dueOn: { lt: columnOf(today) ?? undefined } };
    case "blocking": return { AND: [stillOpen(today), { blocking: true }] };
    case "expiring": return { state: "risk-accepted", acceptedUntil: { lte: columnOf(addDays(today, EXPIRES_SOON)) ?? undefined } };
    case "closed": return { NOT: stillOpen(today) };
    case "all": return {};
  }
}

/** What was withdrawn is no gap any more, whatever its state. */
function where({ show, severity, query }: FindingFilter, controllerId: string, today: IsoDate): Prisma.FindingWhereInput {
  const contains = { contains: literally(query), mode: "insensitive" } as const;
  const text: Prisma.FindingWhereInput = query === "" ? {} : { OR: [{ agreement: { title: contains } }, { agreement: { processor: { name: contains } } }, { supervision: { title: contains } }, { measure: contains }, { ownerName: contains }, { body: contains }, { rule: contains }] };
  const standing: Prisma.FindingWhereInput = { OR: [{ supervisionId: null }, { supervision: { state: { not: "withdrawn" } } }] };
  return { controllerId, AND: [standing, shown(show, today), text], ...(severity ? { severity } : {}) };
}

function orderBy(key: FindingSort, direction: "asc" | "desc"): Prisma.FindingOrderByWithRelationInput[] {
  // The code words of severity happen to stand in the order of gravity.
  const by = {
    severity: { severity: direction }, agreement: { agreement: { title: direction } }, processor: { agreement: { processor: { name: direction } } },
    state: { state: direction }, due: { dueOn: { sort: direction, nulls: "last" } }, raised: { raisedAt: direction },
  } satisfies Record<FindingSort, Prisma.FindingOrderByWithRelationInput>;
  return [by[key], { blocking: "desc" }, { raisedAt: "asc" }, { id: "asc" }];
}

/** A part of the controller's findings, across all supervisions and on agreements themselves, in the order asked for, and how many there are. */
export async function listFindings(tx: Tx, scope: Pick<Scope, "organisationId">, { filter, sort, skip, take, today, language }: Wish): Promise<{ rows: FindingRow[]; total: number }> {
  const chosen = where(filter, scope.organisationId, today);
  const total = await tx.finding.count({ where: chosen });
  const found = await tx.finding.findMany({
    where: chosen, orderBy: orderBy(sort.key, sort.direction === "ascending" ? "asc" : "desc"), skip, take,
    select: {
      id: true, rule: true, body: true, severity: true, blocking: true, state: true, measure: true, ownerName: true, dueOn: true, acceptedUntil: true, raisedAt: true, previousId: true, agreementId: true, supervisionId: true, question: true, subject: true, values: true,
      supervision: { select: { title: true, processorName: true } }, agreement: { select: { title: true, processor: { select: { name: true } } } },
    },
  });
  const titles = await questionTitles(tx, found.filter(({ question }) => question !== "").map(({ id }) => id), language);
  const requirements = await requirementTexts(tx, found.flatMap(({ values }) => requirementOf(values) ?? []), language);
  const rows = found.map(({ supervision, agreement, previousId, raisedAt, question: _question, subject, values, body, ...row }): FindingRow => {
    const named = NAMED.some((key) => key in (values as object)) ? subject : "";
    const about = body || titles.get(row.id) || requirements.get(requirementOf(values) ?? "") || procedureOf(values, language) || named;
    const [dueOn, acceptedUntil, state] = [dayOrNull(row.dueOn), dayOrNull(row.acceptedUntil), row.state as FindingState];
    const overdue = isOpenFinding(state) && dueOn !== null && compareDates(dueOn, today) < 0;
    return { ...row, title: supervision?.title ?? agreement.title, processorName: supervision?.processorName ?? agreement.processor.name, about, state, severity: row.severity as Severity, dueOn, acceptedUntil, overdue, returned: previousId !== null, expired: hasExpired(state, acceptedUntil, today), raisedOn: raisedAt.toISOString() };
  });
  return { rows, total };
}

/** Values whose subject is a name that people know. */
const NAMED = ["exception", "subprocessor", "objective", "item"];

/** The way of supervision a finding is about, in words; "" where it is about none. */
function procedureOf(values: unknown, language: Language): string {
  const { procedure } = values as { procedure?: unknown };
  return typeof procedure === "string" ? translate(language, "finding")(`value.procedure.${procedure}`) : "";
}

function requirementOf(values: unknown): string | null {
  const { requirement } = values as { requirement?: unknown };
  return isRowId(String(requirement)) ? String(requirement) : null;
}

/** The title of the question each finding is about, read out of the questionnaire that was sent, by finding. */
async function questionTitles(tx: Tx, findingIds: readonly string[], language: Language): Promise<Map<string, string>> {
  if (findingIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; title: { da?: string; en?: string } | null }[]>`
    select f.id, jsonb_path_query_first(r.questionnaire, '$.survey.pages[*].elements[*] ? (@.name == $q)', jsonb_build_object('q', f.question))->'title' as title
    from finding f join request r on r.supervision_id = f.supervision_id where f.id = any(${findingIds}::uuid[])`;
  return new Map(rows.flatMap(({ id, title }) => { const said = title?.[language] ?? title?.da; return said ? [[id, said] as const] : []; }));
}

async function requirementTexts(tx: Tx, ids: readonly string[], language: Language): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.specialRequirement.findMany({ where: { id: { in: [...ids] } }, select: { id: true, textDa: true, textEn: true } });
  return new Map(rows.map(({ id, textDa, textEn }) => [id, language === "en" && textEn ? textEn : textDa]));
}

/** Whether a risk was accepted and the acceptance has ended. */
export function hasExpired(state: FindingState, acceptedUntil: IsoDate | null, today: IsoDate): boolean {
  return state === "risk-accepted" && acceptedUntil !== null && compareDates(acceptedUntil, today) < 0;
}

/** How many findings of the controller each way of looking shows. */
export async function countFindings(tx: Tx, scope: Pick<Scope, "organisationId">, today: IsoDate): Promise<Record<"open" | "overdue" | "blocking" | "expiring", number>> {
  const count = (show: FindingFilter["show"]) => tx.finding.count({ where: where({ show, severity: null, query: "" }, scope.organisationId, today) });
  return { open: await count("open"), overdue: await count("overdue"), blocking: await count("blocking"), expiring: await count("expiring") };
}
