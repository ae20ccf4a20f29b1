import type { z } from "zod";
import { findCatalogue, findItem } from "./built-in.ts";
import { catalogueSchema } from "./catalogue-schema.ts";
import type { Catalogue } from "./catalogue-schema.ts";

/** One mistake in a file: where (a cell, or a path of the JSON), which kind (texts catalogue:problem), and what stood there. */
export type Problem = { place: string; code: ProblemCode; value: string };
export const PROBLEM_CODES = [
  "missing", "wrong-type", "wrong-form", "too-long", "too-many", "unknown-property", "duplicate", "unknown-group", "unknown-map", "built-in-key", "weight", "yes-no", "limit",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type CheckedCatalogue = { ok: true; catalogue: Catalogue } | { ok: false; problems: Problem[] };

/** Most mistakes that are told at once. */
export const MOST_PROBLEMS = 200;
type Path = readonly PropertyKey[];

/** Checks what somebody brings as a catalogue of their own: the one schema, a key that is free, and maps to what there is. */
export function checkCatalogue(raw: Record<string, unknown>, placeOf: (path: Path) => string = pathWords): CheckedCatalogue {
  const parsed = catalogueSchema.safeParse({ ...raw, standing: "own", version: 1 });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ place: placeOf(issue.path), code: codeOf(issue, at(raw, issue.path) !== undefined), value: valueAt(raw, issue.path) })) };
  const catalogue = parsed.data;
  const problems: Problem[] = findCatalogue(catalogue.id) ? [{ place: placeOf(["id"]), code: "built-in-key", value: catalogue.id }] : [];
  const items = catalogue.items.map((item, place) => ({ ...item, maps: [...new Set(item.maps.map((to) => {
    const found = findItem(to);
    if (!found) problems.push({ place: placeOf(["items", place, "maps"]), code: "unknown-map", value: to });
    return found?.ref ?? to;
  }))] }));
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) } : { ok: true, catalogue: { ...catalogue, items } };
}

function codeOf({ code, path, message, ...rest }: z.core.$ZodIssue, stands: boolean): ProblemCode {
  const field = path.at(-1);
  if (field === "weight") return "weight";
  if (field === "critical") return "yes-no";
  if (path[2] === "limits" && code === "invalid_format") return "limit";
  if (code === "unrecognized_keys") return "unknown-property";
  if (code === "custom") return message === "unknown-group" ? "unknown-group" : "duplicate";
  if (code === "too_big") return "origin" in rest && rest.origin === "string" ? "too-long" : "too-many";
  if (code === "too_small") return "missing";
  if (code === "invalid_type") return stands ? "wrong-type" : "missing";
  return "wrong-form";
}

/** What stands at a path; own properties only. */
function at(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => (typeof found === "object" && found !== null && Object.hasOwn(found, step) ? (found as Record<PropertyKey, unknown>)[step] : undefined), raw);
}

/** The same as a short text; "" where nothing does. */
function valueAt(raw: unknown, path: Path): string {
  const found = at(raw, path);
  return found === undefined || found === null || typeof found === "object" ? "" : String(found).slice(0, 60);
}

function pathWords(path: Path): string {
  return path.map((step, place) => (typeof step === "number" ? `[${step}]` : `${place > 0 ? "." : ""}${String(step)}`)).join("");
}
