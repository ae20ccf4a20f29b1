import type { Tx } from "#app/db/client.server.ts";
import type { CellToWrite, SheetToWrite } from "#app/spreadsheet/write-workbook.server.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";
import { wordsIn } from "./words-in.server.ts";

/** So many agreements' details are read at once: a parameter is bound for each, and between two parts others come to their turn. */
const PART = 500;

/** What does not fit in one row an agreement: its sub-processors, limits and special requirements, a sheet each. An import reads none of them. */
export async function registerDetails(tx: Tx, controllerId: string, language: Language): Promise<SheetToWrite[]> {
  const t = translate(language, "imports");
  const word = wordsIn(language);
  const agreements = await tx.$queryRaw<{ id: string; title: string; reference: string; processor: string }[]>`
    select a.id, a.title, a.reference, p.name as processor from agreement a join processor p on p.id = a.processor_id where a.controller_id = ${controllerId}::uuid order by a.title, a.id`;
  const rows: Record<"subprocessors" | "limits" | "requirements", CellToWrite[][]> = { subprocessors: [], limits: [], requirements: [] };
  for (let at = 0; at < agreements.length; at += PART) {
    const part = agreements.slice(at, at + PART);
    const where = { controllerId, agreementId: { in: part.map(({ id }) => id) }, removedAt: null };
    const subprocessors = await tx.subprocessor.findMany({ where, orderBy: { position: "asc" }, select: { agreementId: true, name: true, cvr: true, address: true, country: true, processing: true, status: true } });
    const limits = await tx.agreementLimit.findMany({ where, orderBy: { kind: "asc" }, select: { agreementId: true, kind: true, value: true, unit: true, source: true } });
    const requirements = await tx.specialRequirement.findMany({ where, orderBy: { position: "asc" }, select: { agreementId: true, textDa: true, textEn: true, category: true, source: true } });
    const [ofSubprocessors, ofLimits, ofRequirements] = [byAgreement(subprocessors), byAgreement(limits), byAgreement(requirements)];
    for (const { id, title, reference, processor } of part) {
      const begin = [title, reference, processor];
      for (const one of ofSubprocessors.get(id) ?? []) rows.subprocessors.push([...begin, one.name, one.cvr, one.address, one.country, one.processing, word(`agreement:subprocessorStatus.${one.status}`, one.status)]);
      for (const one of ofLimits.get(id) ?? []) {
        const unit = one.value === null ? word(`limit:word.${one.unit}`, one.unit) : word(`limit:unitName.${one.unit}`, one.unit);
        rows.limits.push([...begin, word(`limit:kind.${one.kind}`, one.kind), one.value, unit, one.source]);
      }
      for (const one of ofRequirements.get(id) ?? []) rows.requirements.push([...begin, one.textDa, one.textEn, word(`agreement:requirementCategory.${one.category}`, one.category), one.source]);
    }
  }
  const sheet = (name: keyof typeof rows, columns: readonly string[]): SheetToWrite => ({
    name: String(t(`sheet.${name}`)), frozenRows: 1, widths: [28, 16, 28, ...columns.map(() => 28)],
    rows: [[...["agreementTitle", "reference", "processorName"].map((field) => t(`field.${field}` as "title")), ...columns.map((column) => t(`sheet.${column}` as "title"))].map((text) => ({ value: String(text), bold: true, wrap: true })), ...rows[name]],
  });
  return [
    sheet("subprocessors", ["name", "cvr", "address", "country", "processing", "status"]),
    sheet("limits", ["kind", "value", "unit", "source"]),
    sheet("requirements", ["textDa", "textEn", "category", "source"]),
  ];
}

function byAgreement<Row extends { agreementId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.agreementId);
    if (known) known.push(row);
    else found.set(row.agreementId, [row]);
  }
  return found;
}
