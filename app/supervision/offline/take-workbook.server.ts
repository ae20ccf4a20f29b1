import { isRefused } from "#app/db/refused.server.ts";
import { readTable } from "#app/spreadsheet/read-table.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { ColleagueFirst, readWorkbookOfRequest } from "./read-workbook-of-request.server.ts";
import type { WorkbookInput, WorkbookOutcome } from "./read-workbook-of-request.server.ts";

/** By the second time the response has begun, and whoever saves an answer is waited for; a third is for a return or a withdrawal in between. */
const ATTEMPTS = 3;

/** Takes a filled-in workbook back, from the start again when a colleague was first between reading and writing: the answers in the way are then told. */
export async function takeWorkbook(scope: Scope, { bytes, ...asked }: Omit<WorkbookInput, "table"> & { bytes: Buffer }): Promise<WorkbookOutcome> {
  const input = { ...asked, table: await readTable(bytes) };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTenant(scope, (tx) => readWorkbookOfRequest(tx, scope, input));
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof ColleagueFirst || isRefused(error, "TP003"))) throw error;
    }
  }
}
