/** The mark by which a workbook is known again: whose request it is, and which questionnaire it was made from. */
export type OfflineKey = { supervisionId: string; hash: string };

const mark = /^tilsynsportalen 1 ([0-9a-f-]{36}) ([0-9a-f]{64})$/;

export const keyText = ({ supervisionId, hash }: OfflineKey) => `tilsynsportalen 1 ${supervisionId} ${hash}`;

/** The key in a cell, or null. */
export function readKey(cell: unknown): OfflineKey | null {
  const [, supervisionId, hash] = (typeof cell === "string" ? mark.exec(cell.trim()) : null) ?? [];
  return supervisionId && hash ? { supervisionId, hash } : null;
}
