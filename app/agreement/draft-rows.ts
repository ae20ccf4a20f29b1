import type { AgreementDraft } from "./agreement-draft.ts";

/** The draft after a row was added or removed, and the row to go on with; null when the intent is another. Intents: "add-contact", "remove-requirement:2". */
export function changeRows(draft: AgreementDraft, intent: string): { draft: AgreementDraft; focus: string } | null {
  const [verb, noun, place] = intent.split(/[-:]/);
  const list = noun === "requirement" ? "requirements" : noun === "contact" ? "contacts" : null;
  if (list === null) return null;
  if (verb === "add") {
    const row = String(Math.max(-1, ...draft[list].map((one) => Number(one.row) || 0)) + 1);
    const added = list === "requirements"
      ? { ...draft, requirements: [...draft.requirements, { row, id: "", textDa: "", textEn: "", evidenceAsked: false, critical: false }] }
      : { ...draft, contacts: [...draft.contacts, { row, side: "processor", role: "", name: "", email: "", phone: "" }] };
    return { draft: added, focus: `${list}[${draft[list].length}].${list === "requirements" ? "textDa" : "name"}` };
  }
  if (verb !== "remove") return null;
  return { draft: { ...draft, [list]: draft[list].filter((_row, index) => index !== Number(place)) }, focus: `add-${noun}` };
}
