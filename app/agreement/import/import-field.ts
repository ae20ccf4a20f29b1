/** A column: `many` = several values in one cell, apart by line breaks, semicolons or bars; `day` = a date. Its heading stands in texts under its name. */
export type ImportField = { field: string; of: "processor" | "agreement"; required?: boolean; many?: boolean; day?: boolean; also: readonly string[] };

/** Which column of the file holds which field (index from 0), and what counts where the file does not say whether data leave the EU. */
export type ImportMapping = { columns: Readonly<Record<string, number>>; transfers: "" | "yes" | "no" };

/** What is wrong with one field of a row: `code` is a key of our texts. */
export type RowError = { field: string; code: string };

/** Headings are compared without capitals, signs and double spaces. */
export const plainHeading = (text: string): string => text.toLocaleLowerCase("da").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
