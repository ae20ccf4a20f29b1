import { checkImport } from "#app/agreement/import/check-import.server.ts";
import { confirmImport } from "#app/agreement/import/confirm-import.server.ts";
import { findImport } from "#app/agreement/import/find-import.server.ts";
import { importVocabulary } from "#app/agreement/import/import-vocabulary.server.ts";
import { runImport } from "#app/agreement/import/run-import.server.ts";
import { runUndo } from "#app/agreement/import/run-undo.server.ts";
import { stageImport } from "#app/agreement/import/stage-import.server.ts";
import { undoImport } from "#app/agreement/import/undo-import.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

const HEAD = ["Leverandør", "CVR", "System", "Formål", "Datatyper", "Antal registrerede", "Tredjeland", "Underleverandører"];
/** A processor's name and CVR number, and the name of an agreement: empty for a processor alone. */
export type ImportedThing = readonly [processor: string, cvr: string, agreement: string];

/** An import of these rows, confirmed; its job is not run. */
export async function confirmed(scope: Scope, things: readonly ImportedThing[]): Promise<string> {
  const rows = things.map(([processor, cvr, agreement]) => (agreement === "" ? [processor, cvr] : [processor, cvr, agreement, "Drift", "Almindelige personoplysninger", "100", "Nej", "Sky ApS; Køl ApS"]));
  const words = importVocabulary();
  const staged = await withTenant(scope, (tx) => stageImport(tx, scope, { fileName: "aftaler.xlsx", sheets: [{ name: "Aftaler", rows: [HEAD, ...rows] }], words }));
  if (!staged.ok) throw new Error(`The rows were refused: ${staged.reason}`);
  const { importId } = staged;
  const look = () => withTenant(scope, async (tx) => (await findImport(tx, scope.organisationId, importId, { show: "all", skip: 0, take: 1 }))!.run);
  const { mapping } = await look();
  const checked = await withTenant(scope, (tx) => checkImport(tx, scope, { importId, mapping, words }));
  if (!checked.ok || checked.bad > 0) throw new Error(`The rows were refused: ${JSON.stringify(checked)}`);
  const { version } = await look();
  const done = await withTenant(scope, (tx) => confirmImport(tx, scope, { importId, version }));
  if (!done.ok) throw new Error(`The import was refused: ${done.reason}`);
  return importId;
}

/** An import of these rows, carried out. */
export async function broughtIn(scope: Scope, things: readonly ImportedThing[]): Promise<string> {
  const importId = await confirmed(scope, things);
  await runImport({ organisationId: scope.organisationId, importId });
  return importId;
}

/** Undoes an import and waits for it. */
export async function undone(scope: Scope, importId: string): Promise<void> {
  const asked = await withTenant(scope, (tx) => undoImport(tx, scope, importId));
  if (!asked.ok) throw new Error(`It cannot be undone: ${asked.reason}`);
  await runUndo({ organisationId: scope.organisationId, importId });
}
