import { checkImport } from "#app/agreement/import/check-import.server.ts";
import { confirmImport } from "#app/agreement/import/confirm-import.server.ts";
import { findImport } from "#app/agreement/import/find-import.server.ts";
import { importVocabulary } from "#app/agreement/import/import-vocabulary.server.ts";
import { runImport } from "#app/agreement/import/run-import.server.ts";
import { stageImport } from "#app/agreement/import/stage-import.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Stage } from "./stage.ts";

const HEAD = ["Leverandør", "CVR", "System", "Formål", "Datatyper", "Antal registrerede", "Tredjeland"];
const ROWS = [
  ["Hjemmesider Fyn ApS", "73928427", "Kommunens hjemmeside", "Drift af hjemmesiden med kontaktformularer", "Almindelige personoplysninger", "4.200", "Nej"],
  ["Hjemmesider Fyn ApS", "73928427", "Selvbetjening for foreninger", "Booking af lokaler", "Almindelige personoplysninger", "850", "Nej"],
  ["Kantinen ApS", "", "Bestilling af frokost", "Medarbejdernes bestillinger", "Almindelige personoplysninger", "ved ikke", "Nej"],
];

/** A spreadsheet that the municipality brought in: two agreements are registered, one row waits to be corrected. */
export function imported(stage: Stage): void {
  const by = stage.person("kommune@example.dk");
  stage.acts.push({ at: stage.moment(12, 30), run: async () => {
    const importId = await withTenant(by, async (tx) => {
      const words = importVocabulary();
      const staged = await stageImport(tx, by, { fileName: "hjemmesider-og-kantine.xlsx", sheets: [{ name: "Aftaler", rows: [HEAD, ...ROWS] }], words });
      if (!staged.ok) throw new Error(`The spreadsheet was refused: ${staged.reason}`);
      const found = await findImport(tx, by.organisationId, staged.importId, { show: "all", skip: 0, take: 1 });
      await checkImport(tx, by, { importId: staged.importId, mapping: found!.run.mapping, words });
      const { version } = await tx.importRun.findUniqueOrThrow({ where: { id: staged.importId } });
      const confirmed = await confirmImport(tx, by, { importId: staged.importId, version });
      if (!confirmed.ok) throw new Error(`The import was refused: ${confirmed.reason}`);
      return staged.importId;
    });
    await runImport({ organisationId: by.organisationId, importId });
  } });
}
