import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { CLAUSE_SETS } from "#app/domain/limits/clause-sets.ts";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import type { CellToWrite, SheetToWrite } from "#app/spreadsheet/write-workbook.server.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";
import { APPROVAL_KINDS, SECURITY_LEVELS } from "../agreement-fields.ts";
import type { Location } from "../agreement-fields.ts";
import { dayOrNull } from "../calendar-day.ts";
import { PERSON_CATEGORIES } from "../person-categories.ts";
import { readRows } from "../present.ts";
import { IMPORT_FIELDS } from "./import-columns.ts";
import { wordsIn } from "./words-in.server.ts";

type Cells = Record<string, string | number | null>;
export type RegisterRows = { headings: string[]; rows: (string | number | null)[][] };

/** Agreements, or processors, taken out in one reading of the database. */
const PART = 500;

/** Every processor and agreement in the columns an import reads, by name: processors without agreements too. */
export async function readRegister(tx: Tx, controllerId: string, language: Language): Promise<RegisterRows> {
  const t = translate(language, "imports");
  const say = wordsIn(language);
  const rows: Cells[] = [];
  for await (const { processor, ...one } of inParts((after) => agreementsAfter(tx, controllerId, after))) rows.push({ ...processorCells(processor), ...agreementCells(one, say) });
  for await (const processor of inParts((after) => tx.processor.findMany({ where: { controllerId, agreements: { none: {} }, ...(after ? { id: { gt: after } } : {}) }, orderBy: { id: "asc" }, take: PART, select: PROCESSOR }))) rows.push(processorCells(processor));
  const order = new Intl.Collator("da").compare;
  const name = (row: Cells, field: string) => String(row[field] ?? "");
  rows.sort((one, other) => order(name(one, "processorName"), name(other, "processorName")) || order(name(one, "agreementTitle"), name(other, "agreementTitle")));
  return { headings: IMPORT_FIELDS.map(({ field }) => String(t(`field.${field}`))), rows: rows.map((row) => IMPORT_FIELDS.map(({ field }) => row[field] ?? null)) };
}

/** Row after row, read in parts by id; between two parts others come to their turn. */
async function* inParts<Row extends { id: string }>(read: (after: string | null) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    const part = await read(after);
    yield* part;
    if (part.length < PART) return;
    after = part.at(-1)!.id;
  }
}

const PROCESSOR = { id: true, name: true, cvr: true, contactName: true, contactEmail: true, contactPhone: true } satisfies Prisma.ProcessorSelect;
const AGREEMENT = {
  id: true, title: true, reference: true, purpose: true, nature: true, dataCategories: true, personCategories: true, personCount: true, countingBasis: true, transfersOutsideEu: true,
  signedOn: true, startsOn: true, endsOn: true, status: true, duration: true, clauseSet: true, dataSubjectFacing: true, approvalKind: true, securityLevel: true, locations: true, agreedConcept: true,
  processor: { select: PROCESSOR },
  versions: { orderBy: { number: "desc" }, take: 1, select: { label: true } },
  subprocessors: { where: { removedAt: null, status: { not: "refused" } }, orderBy: { position: "asc" }, select: { name: true } },
  specialRequirements: { where: { removedAt: null }, orderBy: { position: "asc" }, select: { textDa: true } },
} satisfies Prisma.AgreementSelect;
type Agreement = Prisma.AgreementGetPayload<{ select: typeof AGREEMENT }>;

const agreementsAfter = (tx: Tx, controllerId: string, after: string | null): Promise<Agreement[]> =>
  tx.agreement.findMany({ where: { controllerId, ...(after ? { id: { gt: after } } : {}) }, orderBy: { id: "asc" }, take: PART, select: AGREEMENT });

const processorCells = ({ name, cvr, contactName, contactEmail, contactPhone }: Agreement["processor"]): Cells => ({ processorName: name, processorCvr: cvr, contactName, contactEmail, contactPhone });

function agreementCells(one: Omit<Agreement, "processor">, say: (key: string) => string): Cells {
  const list = (values: readonly string[]) => values.join("\n");
  const said = (field: string, id: string) => (id === "" ? null : say(`agreement:${field}.${id}`));
  const yesNo = (yes: boolean) => say(`agreement:${yes ? "yes" : "no"}`);
  return {
    agreementTitle: one.title, reference: one.reference, purpose: one.purpose, nature: one.nature, duration: one.duration, clauseSet: said("clauseSet", one.clauseSet), versionLabel: one.versions[0]?.label ?? "",
    dataCategories: list(CATEGORIES.filter(({ id }) => one.dataCategories.includes(id)).map(({ id }) => say(`agreement:category.${id}`))),
    personCategories: list(one.personCategories.map((id) => (PERSON_CATEGORIES.some((known) => known === id) ? say(`agreement:person.${id}`) : id))),
    personCount: one.personCount, countingBasis: say(`agreement:basis.${one.countingBasis}`), transfersOutsideEu: yesNo(one.transfersOutsideEu),
    signedOn: dayOrNull(one.signedOn), startsOn: dayOrNull(one.startsOn), endsOn: dayOrNull(one.endsOn), status: say(`words:agreement.${one.status}`),
    dataSubjectFacing: yesNo(one.dataSubjectFacing), approvalKind: said("approvalKind", one.approvalKind), securityLevel: said("securityLevel", one.securityLevel),
    locations: list(readRows<Location>(one.locations).map(({ place, country }) => (country ? `${place} (${country})` : place))), agreedConcept: one.agreedConcept,
    subprocessors: list(one.subprocessors.map(({ name }) => name)), requirements: list(one.specialRequirements.map(({ textDa }) => textDa.replace(/[\n;|]+/g, " "))),
  };
}

/** The sheets of a register: its rows with day cells as days, and the guide to the columns. */
export function registerSheets({ headings, rows }: RegisterRows, language: Language): SheetToWrite[] {
  const t = translate(language, "imports");
  const day = (value: string | number | null, at: number): CellToWrite => (IMPORT_FIELDS[at]?.day && typeof value === "string" ? { value, day: true } : value);
  const bold = (value: string): CellToWrite => ({ value, bold: true, wrap: true });
  const yesNo = ["yes", "no"].map((id) => String(t(`agreement:${id}`)));
  const words: Readonly<Record<string, readonly string[]>> = {
    dataCategories: CATEGORIES.map(({ id }) => String(t(`agreement:category.${id}`))), personCategories: PERSON_CATEGORIES.map((id) => String(t(`agreement:person.${id}`))),
    countingBasis: ["over-period", "at-one-time"].map((id) => String(t(`agreement:basis.${id}`))), status: ["active", "ended"].map((id) => String(t(`words:agreement.${id}`))),
    transfersOutsideEu: yesNo, dataSubjectFacing: yesNo, clauseSet: CLAUSE_SETS.map((id) => String(t(`agreement:clauseSet.${id}`))),
    approvalKind: APPROVAL_KINDS.map((id) => String(t(`agreement:approvalKind.${id}`))), securityLevel: SECURITY_LEVELS.map((id) => String(t(`agreement:securityLevel.${id}`))),
  };
  const help = IMPORT_FIELDS.map(({ field, required, many }, at): CellToWrite[] => {
    const lines = [required ? t("sheet.required") : "", field in words && field !== "dataSubjectFacing" ? "" : t(`help.${field}`), many ? t("sheet.many") : ""].map(String).filter((line) => line !== "");
    return [{ value: headings[at] ?? "", bold: true }, { value: lines.join(". ").replaceAll("..", "."), wrap: true }, { value: (words[field] ?? []).join("\n"), wrap: true }];
  });
  return [
    { name: String(t("sheet.rows")), frozenRows: 1, widths: IMPORT_FIELDS.map(({ many }) => (many ? 36 : 22)), rows: [headings.map(bold), ...rows.map((row) => row.map(day))] },
    { name: String(t("sheet.help")), frozenRows: 1, widths: [30, 60, 60], rows: [["column", "what", "words"].map((key) => bold(String(t(`sheet.${key}`)))), ...help] },
  ];
}
