/** A form that comes back: messages by field name, and what was typed. */
export type Refused = { errors: Record<string, string>; typed: Record<string, string[]> };

/** What a field shows: what was typed before the form came back, else `otherwise`. */
export function typedIn(refused: Refused | null | undefined): (name: string, otherwise?: string) => string | undefined {
  return (name, otherwise) => refused?.typed[name]?.[0] ?? otherwise;
}

/** The ticks of a group: those sent before the form came back (none is none), else `otherwise`. */
export function tickedIn(refused: Refused | null | undefined): (name: string, otherwise?: readonly string[]) => readonly string[] {
  return (name, otherwise = []) => (refused ? (refused.typed[name] ?? []) : otherwise);
}
