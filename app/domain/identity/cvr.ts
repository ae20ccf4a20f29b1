const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** A typed CVR number as its eight digits: without spaces and a leading "DK"; null when that leaves anything else. */
export function normaliseCvr(text: string): string | null {
  const digits = text.replace(/\s/g, "").replace(/^DK/i, "");
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** Whether the text is a CVR number whose check digit holds: weights 2,7,6,5,4,3,2,1, sum divisible by 11 (Erhvervsstyrelsen). */
export function isCvr(text: string): boolean {
  const digits = normaliseCvr(text);
  if (digits === null || digits === "00000000") return false;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0;
}
