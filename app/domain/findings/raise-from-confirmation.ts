import type { RaisedFinding } from "./raised-finding.ts";

/** The processor's confirmation that all requirements are met; null = none given. `question` names the question that asked. */
export type Confirmation = { question: string; given: "unreserved" | "with-reservations" | null };

/**
 * A confirmation with reservations is not a confirmation: K2-RESERVATION opens a clarification and bars in order while open;
 * none at all is K2-MISSING. Datatilsynet 2021, concept 2 (all requirements of the agreement).
 */
export function raiseFromConfirmation({ question, given }: Confirmation): RaisedFinding[] {
  if (given === "unreserved") return [];
  const rule = given === null ? "K2-MISSING" : "K2-RESERVATION";
  return [{ rule, severity: "major", blocking: true, source: "Datatilsynet 2021, koncept 2", question, values: {} }];
}
