/** The walls' own refusals (prisma/migrations/…_walls). */
export type Refusal = "TP001" | "TP002" | "TP003" | "TP004" | "TP005";

/** Whether a thrown error is the database refusing with this code. */
export function isRefused(error: unknown, code: Refusal): boolean {
  return sqlStateOf(error) === code;
}

/** Whether a thrown error is an id that is none: it can name no row, so it is answered like any other id that is not there. */
export function isMalformedId(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "P2007" && String("message" in error ? error.message : "").includes("uuid");
}

/** The SQLSTATE somewhere inside what Prisma throws. */
function sqlStateOf(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const found = ["originalCode", "code"].map((key) => (key in error ? (error as Record<string, unknown>)[key] : null)).find((value) => typeof value === "string" && /^[0-9A-Z]{5}$/.test(value) && !/^P\d{4}$/.test(value));
  if (typeof found === "string") return found;
  return ["meta", "driverAdapterError", "cause"].map((key) => (key in error ? sqlStateOf((error as Record<string, unknown>)[key], depth + 1) : null)).find((state) => state !== null) ?? null;
}
