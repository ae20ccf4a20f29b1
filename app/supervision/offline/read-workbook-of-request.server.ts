import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import { findKey, readSheets } from "#app/questionnaire/offline/read-sheets.ts";
import type { FrozenQuestionnaire, Language } from "#app/questionnaire/types.ts";
import type { ReadTable, TableRefusal } from "#app/spreadsheet/read-table.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findAnswering } from "../answering.server.ts";
import { readFrozen } from "../frozen-questionnaires.server.ts";
import { writeAnswer } from "../write-answer.server.ts";
import { planImport } from "./plan-import.server.ts";
import type { ImportPlan } from "./plan-import.server.ts";

export type WorkbookRefusal = TableRefusal | "no-key" | "no-answers" | "other-request" | "other-questionnaire";
export type WorkbookOutcome =
  | { ok: false; reason: "not-found" | "closed" | WorkbookRefusal }
  /** `saved`: all of the plan was written, or there was nothing to write; otherwise nothing was. */
  | { ok: true; saved: boolean; plan: ImportPlan; frozen: FrozenQuestionnaire };

/** `table` is the file, read before the transaction began. */
export type WorkbookInput = { supervisionId: string; table: ReadTable; language: Language };

/** Thrown where an answer was not as it had just been read: nothing of the transaction may stay. */
export class ColleagueFirst extends Error {}

/**
 * Takes a filled-in workbook back. It is refused whole when it belongs to another request, or was made from another questionnaire. Otherwise all
 * of its answers are written, or none: a mistake or a colleague's newer answer is told with its cell, and a person decides what then. A request that
 * nobody has begun to answer cannot be held: `takeWorkbook` begins again where a colleague was first meanwhile.
 */
export async function readWorkbookOfRequest(tx: Tx, scope: Scope, { supervisionId, table, language }: WorkbookInput): Promise<WorkbookOutcome> {
  // Answers on their way in are waited for, so that what is looked at is what is written to.
  await tx.$executeRaw`select app.hold_request(${supervisionId}::uuid)`;
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return { ok: false, reason: "not-found" };
  if (awaits(request.state) !== "processor") return { ok: false, reason: "closed" };
  if (!table.ok) return table;
  const key = findKey(table.sheets);
  if (!key) return { ok: false, reason: "no-key" };
  if (key.supervisionId !== supervisionId) return { ok: false, reason: "other-request" };
  if (key.hash !== request.hash) return { ok: false, reason: "other-questionnaire" };
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  const read = readSheets(table.sheets, frozen, language);
  if (!read.ok) return read;
  const plan = planImport(request, frozen, read, language);
  if (plan.mistakes.length + plan.conflicts.length > 0) return { ok: true, saved: false, plan, frozen };
  for (const { question, value, comment, version } of plan.changes) {
    const written = await writeAnswer(tx, scope, request, frozen, { question, value, comment, version }, language);
    if (!written.ok) throw new ColleagueFirst(`the plan of a workbook could not be written: ${question} ${written.reason}`);
  }
  await record(tx, scope, { action: "response.read-from-workbook", subject: { type: "supervision", id: supervisionId }, supervisionId, detail: { answers: plan.changes.length } });
  return { ok: true, saved: true, plan, frozen };
}
