/** A form that came back: why, and what was typed; `picked` are the questions ticked for return. */
export type Refusal = { message: string; typed: Record<string, string>; picked: string[] };

/** The refusal of one form among the many of the page, or null; named by its intent and what it is about. */
export function refusalOf(refusal: Refusal | null, intent: string, about: Record<string, string> = {}): Refusal | null {
  return refusal && refusal.typed.intent === intent && Object.entries(about).every(([name, value]) => refusal.typed[name] === value) ? refusal : null;
}
