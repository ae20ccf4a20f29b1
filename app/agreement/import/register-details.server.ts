import type { Tx } from "#app/db/client.server.ts";
import type { CellToWrite, SheetToWrite } from "#app/spreadsheet/write-workbook.server.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";

/** What does not fit in one row an agreement: its sub-processors, limits and special requirements, a sheet each. An import reads none of them. */
export async function registerDetails(tx: Tx, controllerId: string, language: Language): Promise<SheetToWrite[]> {
  const t = translate(language, "imports");
  const of = { controllerId, removedAt: null };
  const agreement = { select: { title: true, reference: true, processor: { select: { name: true } } } } as const;
  const orderBy = { agreement: { title: "asc" } } as const;
  const subprocessors = await tx.subprocessor.findMany({ where: of, orderBy: [orderBy, { position: "asc" }], select: { agreement, name: true, cvr: true, address: true, country: true, processing: true, status: true } });
  const limits = await tx.agreementLimit.findMany({ where: of, orderBy: [orderBy, { kind: "asc" }], select: { agreement, kind: true, value: true, unit: true, source: true } });
  const requirements = await tx.specialRequirement.findMany({ where: of, orderBy: [orderBy, { position: "asc" }], select: { agreement, textDa: true, textEn: true, category: true, source: true } });
  const sheet = (name: string, columns: readonly string[], rows: readonly (readonly CellToWrite[])[]): SheetToWrite => ({
    name: String(t(`sheet.${name}`)), frozenRows: 1, widths: [28, 16, 28, ...columns.map(() => 28)],
    rows: [[...["agreementTitle", "reference", "processorName"].map((field) => t(`field.${field}`)), ...columns.map((column) => t(`sheet.${column}`))].map((text) => ({ value: String(text), bold: true, wrap: true })), ...rows],
  });
  const begin = ({ title, reference, processor }: { title: string; reference: string; processor: { name: string } }) => [title, reference, processor.name];
  const word = (key: string, otherwise: string) => String(t(key, { defaultValue: otherwise }));
  return [
    sheet("subprocessors", ["name", "cvr", "address", "country", "processing", "status"], subprocessors.map((one) => [...begin(one.agreement), one.name, one.cvr, one.address, one.country, one.processing, word(`agreement:subprocessorStatus.${one.status}`, one.status)])),
    sheet("limits", ["kind", "value", "unit", "source"], limits.map((one) => [...begin(one.agreement), word(`limit:kind.${one.kind}`, one.kind), one.value, one.value === null ? word(`limit:word.${one.unit}`, one.unit) : word(`limit:unitName.${one.unit}`, one.unit), one.source])),
    sheet("requirements", ["textDa", "textEn", "category", "source"], requirements.map((one) => [...begin(one.agreement), one.textDa, one.textEn, word(`agreement:requirementCategory.${one.category}`, one.category), one.source])),
  ];
}
