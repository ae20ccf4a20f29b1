import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { checkMove } from "#app/domain/frequency/check-interval.ts";
import type { MoveWarning } from "#app/domain/frequency/check-interval.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { lastHeldOf } from "./last-held.ts";
import { planLines } from "./plan-lines.server.ts";

/** `back`: takes the last move back; what was said of the day before it stands again. */
export type MoveInput = { lineId: string; version: number; to: IsoDate; reason: string; back?: boolean };
/** Where a line was and what it is called, so that the move can be told and taken back. */
export type Moved = { agreementId: string; title: string; from: IsoDate | null; to: IsoDate; version: number };
export type MovedLine = { ok: true; moved: Moved } | { ok: false; reason: "role" | "not-found" | "ended" } | { ok: false; reason: "conflict"; moved: Pick<Moved, "title"> } | { ok: false; reason: "beyond"; warning: MoveWarning; moved: Moved };

/** Moves a line of a plan to another day; beyond its interval only with a reason, which is kept. */
export async function moveLine(tx: Tx, scope: Scope, { lineId, version, to, reason, back = false }: MoveInput): Promise<MovedLine> {
  if (!mayWrite(scope)) return { ok: false, reason: "role" };
  const register = planLines(tx, scope);
  const line = await register.find(lineId);
  const agreement = line && (await register.hold(line.agreementId));
  if (!line || !agreement) return { ok: false, reason: "not-found" };
  if (!agreement.active) return { ok: false, reason: "ended" };
  const { title } = await tx.agreement.findUniqueOrThrow({ where: { id: line.agreementId }, select: { title: true } });
  if (line.version !== version) return { ok: false, reason: "conflict", moved: { title } };
  const moved = { agreementId: line.agreementId, title, from: line.nextDueOn, to, version: version + 1 };
  const warning = checkMove(line, lastHeldOf(line, await register.lastHeld(line.agreementId)), to);
  const undone = back && line.movedFrom === to;
  if (warning && reason.trim() === "" && !undone) return { ok: false, reason: "beyond", warning, moved: { ...moved, version } };
  const said = undone ? line.reasonBefore : warning ? reason.trim() : "";
  if (!(await register.change(lineId, version, { nextDueOn: to, reason: said, ...(undone ? {} : { movedFrom: line.nextDueOn, reasonBefore: line.reason }) }))) return { ok: false, reason: "conflict", moved: { title } };
  await register.keepNextDue(line.agreementId);
  await record(tx, scope, { action: "plan.line-moved", subject: { type: "agreement", id: line.agreementId }, detail: { concept: line.concept, from: line.nextDueOn, to, reason: said } });
  return { ok: true, moved };
}
