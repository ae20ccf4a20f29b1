import { expect, it } from "vitest";
import type { CellValue } from "#app/spreadsheet/cell.ts";
import type { SurveyElement } from "../types.ts";
import { readCell } from "./read-cell.ts";

const choices = [{ value: "met", text: { da: "Opfyldt", en: "Met" } }, { value: "not-met", text: { da: "Ikke opfyldt", en: "Not met" } }];
const of = (element: Partial<SurveyElement>): SurveyElement => ({ name: "q", type: "text", ...element });

it.each<[Partial<SurveyElement>, CellValue, unknown]>([
  [{ type: "radiogroup", choices }, "Opfyldt", "met"],
  [{ type: "radiogroup", choices }, "  ikke   OPFYLDT ", "not-met"],
  [{ type: "dropdown", choices }, "Not met", "not-met"],
  [{ type: "dropdown", choices }, "not-met", "not-met"],
  [{ type: "dropdown", choices }, "  ", null],
  [{ type: "boolean" }, "Ja", true],
  [{ type: "boolean" }, false, false],
  [{ type: "text" }, 12345678, "12345678"],
  [{ type: "comment" }, "=1+1\r\nto", "=1+1\nto"],
  [{ inputType: "date" }, "2026-03-01", "2026-03-01"],
  [{ inputType: "date" }, "1.3.2026", "2026-03-01"],
  [{ inputType: "date" }, "01-03-2026", "2026-03-01"],
  [{ inputType: "date" }, 46082, "2026-03-01"],
  [{ inputType: "number" }, "1.234,5", 1234.5],
  [{ inputType: "number" }, "2,5", 2.5],
  [{ inputType: "number" }, 7, 7],
])("%j reads %j as %j", (element, cell, value) => expect(readCell(of(element), cell)).toEqual({ ok: true, value }));

it.each<[Partial<SurveyElement>, CellValue, string]>([
  [{ type: "radiogroup", choices }, "Måske", "not-a-choice"],
  [{ type: "radiogroup", choices }, 1, "not-a-choice"],
  [{ type: "boolean" }, "måske", "not-yes-no"],
  [{ inputType: "date" }, "31.2.2026", "not-a-date"],
  [{ inputType: "date" }, "i morgen", "not-a-date"],
  [{ inputType: "date" }, 12, "not-a-date"],
  [{ inputType: "number" }, "mange", "not-a-number"],
])("%j refuses %j: %s", (element, cell, problem) => expect(readCell(of(element), cell)).toEqual({ ok: false, problem }));
