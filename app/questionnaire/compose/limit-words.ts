import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import { limitKind } from "#app/domain/limits/limit-kinds.ts";
import { compareLimits } from "#app/domain/limits/strictest-limit.ts";
import type { Localized } from "../types.ts";
import type { AgreedLimit } from "./agreed.ts";
import { limitsFile } from "./block-files.ts";
import { fill, harmless, same } from "./fill.ts";

/** What an agreement says of one kind of limit, the strictest first. */
export type KindOfLimit = { kind: string; rows: AgreedLimit[] };

/** The limits that bind the processor, by kind: those the questions are filled in from. The law's own and the controller's are not asked about, nor what the guide advises (004): no contract says it. */
export function limitsByKind(limits: readonly AgreedLimit[]): KindOfLimit[] {
  const kinds = [...new Set(limits.map(({ kind }) => kind))];
  return kinds.flatMap((id) => {
    const kind = limitKind(id);
    if (kind?.binds !== "processor" || !limitsFile.kinds[id]) return [];
    const rows = limits.filter((row) => row.kind === id && !row.source.startsWith("004:")).toSorted((one, other) => compareLimits(one, other, kind));
    return rows.length > 0 ? [{ kind: id, rows }] : [];
  });
}

/** "senest 48 timer efter, at I er blevet opmærksomme på det", or "uden unødig forsinkelse". */
export function limitPhrase({ kind, value, unit }: AgreedLimit): Localized {
  const words = limitsFile.kinds[kind];
  const [plain, fixed] = [limitsFile.words[unit], words?.word];
  const units = limitsFile.units[unit];
  if (value === null || !units) return unit === "without-undue-delay" || unit === "immediately" ? (plain ?? same(unit)) : (fixed ?? plain ?? same(unit));
  const n = { n: same(String(value)) };
  const values = { amount: value === 1 ? units.one : fill(units.other, n), every: everyPhrase(value, unit) };
  return fill(words?.number ?? same("[[amount]]"), values);
}

/** "hver 6. måned", "hvert år"; twelve months are a year. */
export function everyPhrase(value: number, unit: string): Localized {
  if (unit === "months" && value % 12 === 0) return everyPhrase(value / 12, "years");
  const units = limitsFile.units[unit];
  return !units ? same(String(value)) : value === 1 ? units.everyOne : fill(units.every, { n: same(String(value)) });
}

/** "Besked om brud: senest 48 timer efter, at I er blevet opmærksomme på det (aftalens C.2 d.12)." */
export function limitLine(limit: AgreedLimit): Localized {
  return fill(phrases.limitLine, { label: labelOf(limit.kind), limit: limitPhrase(limit), clause: clauseWords(limit.source) });
}

/** What a kind of limit is about. */
export const labelOf = (kind: string): Localized => limitsFile.kinds[kind]?.label ?? same(kind);

/** Where something stands, for the processor to read: "001 C.2 d.8" is clause C.2 d.8 of the agreement, "000 9.1.1" a point of the security instruction, "003 ABS-13" one of a checklist. */
export function clauseWords(source: string): Localized {
  const [, book, clause = ""] = /^(001|000|003) (.+)$/.exec(source) ?? [];
  if (book === "000") return fill(phrases.ofInstruction, { clause: same(harmless(clause)) });
  if (book === "003") return same(harmless(clause));
  if (book === "001" || /^[A-D]?\.?\d/.test(source)) return fill(phrases.ofAgreement, { clause: same(harmless(book ? clause : source)) });
  return same(harmless(source));
}
