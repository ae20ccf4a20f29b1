import { MUNICIPAL_PROCEDURES } from "#app/domain/concept/procedures.ts";
import type { AgreementDraft } from "./agreement-draft.ts";

type RowLists = Pick<AgreementDraft, "requirements" | "contacts" | "locations" | "procedures">;

/** By the noun of an intent: the list its rows are in, the field of a new row to begin with, and what a new row says. */
const LISTS = {
  requirement: { list: "requirements", first: "textDa", blank: { id: "", textDa: "", textEn: "", evidenceAsked: false, critical: false, category: "other", evidenceText: "", source: "", objectives: [] } },
  contact: { list: "contacts", first: "name", blank: { side: "processor", role: "", name: "", email: "", phone: "" } },
  location: { list: "locations", first: "place", blank: { place: "", country: "DK" } },
  procedure: { list: "procedures", first: "kind", blank: { kind: "", everyMonths: "12", payer: "", source: "" } },
} as const satisfies Record<string, { list: keyof RowLists; first: string; blank: object }>;

/**
 * The draft after rows were added or removed, and the field to go on with; null when the intent is another. Intents: "add-contact",
 * "remove-requirement:2", "fill-procedure" (what the municipal template agrees on and is not there yet).
 */
export function changeRows(draft: AgreementDraft, intent: string): { draft: AgreementDraft; focus: string } | null {
  const [verb, noun = "", place] = intent.split(/[-:]/);
  if (!(noun in LISTS)) return null;
  const { list, first, blank } = LISTS[noun as keyof typeof LISTS];
  const rows: { row: string }[] = draft[list];
  const next = Math.max(-1, ...rows.map(({ row }) => Number(row) || 0)) + 1;
  if (verb === "add") return { draft: { ...draft, [list]: [...rows, { row: String(next), ...blank }] }, focus: `${list}[${rows.length}].${first}` };
  if (verb === "remove") return { draft: { ...draft, [list]: rows.filter((_row, index) => index !== Number(place)) }, focus: `add-${noun}` };
  if (intent !== "fill-procedure") return null;
  const missing = MUNICIPAL_PROCEDURES.filter(({ source }) => !draft.procedures.some((row) => row.source === source));
  const filled = missing.map((one, index) => ({ ...one, row: String(next + index), everyMonths: one.everyMonths === null ? "" : String(one.everyMonths) }));
  return { draft: { ...draft, procedures: [...draft.procedures, ...filled] }, focus: "add-procedure" };
}
