export const flashTones = ["ok", "soon", "late", "wait"] as const;
export type FlashTone = (typeof flashTones)[number];
/** A message shown once on the next page: a key of our texts ("agreement:saved") and its values. */
export type Flash = { tone: FlashTone; text: string; values?: Record<string, string | number> };
