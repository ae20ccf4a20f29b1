import { isIsoDate } from "#app/domain/time/iso-date.ts";

/** The values of a cell that holds several, apart by line breaks, semicolons or bars. */
export function listIn(cell: string): string[] {
  return [...new Set(cell.split(/[\n;|]+/).map((one) => one.trim()).filter((one) => one !== ""))];
}

/** "31-12-2024", "31.12.2024", "31/12/24" and "2024-12-31" are one day; anything else comes back as it was, to be refused as no date. */
export function dayIn(cell: string): string {
  const text = cell.trim();
  const parts = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/.exec(text);
  if (!parts) return text;
  const [, day = "", month = "", year = ""] = parts;
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : text;
}

const YES = ["ja", "j", "yes", "y", "true", "sand", "x", "1"];
const NO = ["nej", "n", "no", "false", "falsk", "0"];

/** "yes" or "no" for the usual words of either language; null for anything else. */
export function yesNoIn(cell: string): "yes" | "no" | null {
  const text = cell.trim().toLocaleLowerCase("da");
  return YES.includes(text) ? "yes" : NO.includes(text) ? "no" : null;
}

/** "Odense (DK)" and "Odense, DK" are a place and its country; without two letters the country is not said. */
export function locationIn(text: string): { place: string; country: string } {
  const parts = /^(.*?)[\s,]*[(,]\s*([A-Za-z]{2})\s*\)?$/.exec(text.trim());
  return parts ? { place: parts[1] ?? "", country: (parts[2] ?? "").toUpperCase() } : { place: text.trim(), country: "" };
}
