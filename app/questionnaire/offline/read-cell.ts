import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { CellValue } from "#app/spreadsheet/cell.ts";
import type { SurveyElement } from "../types.ts";

/** Why a cell cannot be used; the words are in the area `offline`. */
export type CellProblem = "not-a-choice" | "not-yes-no" | "not-a-date" | "not-a-number";
export type ReadCell = { ok: true; value: unknown } | { ok: false; problem: CellProblem };

const value = (given: unknown): ReadCell => ({ ok: true, value: given });
const wrong = (problem: CellProblem): ReadCell => ({ ok: false, problem });
const plain = (text: string) => text.trim().toLocaleLowerCase("da").replace(/\s+/g, " ");
const yes: readonly unknown[] = ["ja", "yes", "x", "sand", "true", "1"];
const no: readonly unknown[] = ["nej", "no", "falsk", "false", "0", "-"];

/** A cell as the value of a question, as the form online would have given it; blank is null. Choices are known by their text in either language. */
export function readCell(element: SurveyElement, cell: CellValue): ReadCell {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) return value(null);
  switch (element.type) {
    case "radiogroup":
    case "dropdown": {
      const said = plain(String(cell));
      const choice = (element.choices ?? []).find((one) => one.value === said || plain(one.text.da) === said || plain(one.text.en) === said);
      return choice ? value(choice.value) : wrong("not-a-choice");
    }
    case "boolean":
      return readYesNo(cell);
    case "text":
      if (element.inputType === "number") return readNumber(cell);
      return element.inputType === "date" ? readDay(cell) : value(textOf(cell));
    default:
      return value(textOf(cell));
  }
}

/** Yes or no, as people and spreadsheets write it; blank is null. */
export function readYesNo(cell: CellValue): ReadCell {
  if (cell === null) return value(null);
  const said = plain(String(cell));
  return yes.includes(said) ? value(true) : no.includes(said) ? value(false) : wrong("not-yes-no");
}

function readNumber(cell: CellValue): ReadCell {
  if (typeof cell === "number") return value(cell);
  const text = String(cell).trim();
  // 1.234,5 as Danes write it; 1234.5 as spreadsheets do
  const number = Number(/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : text.replace(",", "."));
  return Number.isFinite(number) ? value(number) : wrong("not-a-number");
}

/** An ISO day, a Danish one (1.3.2026, 01-03-2026), or the number a spreadsheet has for it. */
function readDay(cell: CellValue): ReadCell {
  if (typeof cell === "number") return readDay(serialDay(cell));
  const text = String(cell).trim();
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isIsoDate(iso) ? value(iso) : wrong("not-a-date");
}

/** Spreadsheets count days from 30 December 1899. */
function serialDay(serial: number): string {
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 80_000) return String(serial);
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

const textOf = (cell: CellValue) => String(cell).replace(/\r\n?/g, "\n");
