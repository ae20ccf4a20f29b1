import { readTable } from "#app/spreadsheet/read-table.server.ts";
import type { TableRefusal } from "#app/spreadsheet/read-table.server.ts";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { catalogueFromRows } from "../catalogue-rows.ts";
import type { RowsRefusal } from "../catalogue-rows.ts";
import { checkCatalogue } from "../check-catalogue.ts";
import type { CheckedCatalogue } from "../check-catalogue.ts";

/** A catalogue of 500 items is a tenth of this. */
export const catalogueFileLimits = { bytes: 2 * 1024 * 1024, rows: 1_000, columns: 60, characters: 4_000 };
export type FileRefusal = TableRefusal | RowsRefusal | "not-json" | "not-an-object";
export type ReadCatalogueFile = CheckedCatalogue | { ok: false; reason: FileRefusal };

/** Reads a catalogue from an XLSX workbook or a JSON file, told apart by its bytes. Nothing of it is kept. */
export async function readCatalogueFile(bytes: Buffer): Promise<ReadCatalogueFile> {
  if (bytes.length > catalogueFileLimits.bytes) return { ok: false, reason: "too-large" };
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return fromWorkbook(bytes);
  return fromJson(bytes);
}

async function fromWorkbook(bytes: Buffer): Promise<ReadCatalogueFile> {
  const table = await readTable(bytes, catalogueFileLimits);
  if (!table.ok) return table;
  const { da, en } = loadBothLanguages();
  const rows = catalogueFromRows(table.sheets, [da.t, en.t]);
  return rows.ok ? checkCatalogue(rows.found.raw, rows.found.placeOf) : rows;
}

function fromJson(bytes: Buffer): ReadCatalogueFile {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  try {
    const raw: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { ok: false, reason: "not-an-object" };
    return checkCatalogue(raw as Record<string, unknown>);
  } catch {
    return { ok: false, reason: "not-json" }; // neither a workbook nor JSON in UTF-8: said so to whoever sent it
  }
}
