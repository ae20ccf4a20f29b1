import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { areas } from "./areas.ts";
import { texts as danish } from "./danish.ts";
import { texts as english } from "./english.ts";

const app = join(import.meta.dirname, "..");

/** Every leaf of a text file as [dotted key, value]. */
function leaves(tree: object, path = ""): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    value !== null && typeof value === "object" ? leaves(value, `${path}${key}.`) : [[path + key, value] as [string, unknown]],
  );
}

const keysOf = (tree: object) => leaves(tree).map(([key]) => key).sort();
const known = new Set(areas.flatMap((area) => keysOf(danish[area]).flatMap((key) => [`${area}:${key}`, `${area}:${key.replace(/_(one|other)$/, "")}`])));
const branches = new Set([...known].flatMap((key) => key.split(".").map((_, place, all) => all.slice(0, place).join("."))));

describe.each(areas)("texts of %s", (area) => {
  it("has the same keys in Danish and English", () => {
    expect(keysOf(english[area])).toEqual(keysOf(danish[area]));
  });

  it("has no empty text, and the same placeholders in both languages", () => {
    const other = new Map(leaves(english[area]));
    const placeholders = (text: unknown) => [...new Set(String(text).match(/{{\w+}}/g) ?? [])].sort();
    for (const [key, value] of leaves(danish[area])) {
      expect(typeof value === "string" && value.trim().length > 0, `${area}:${key}`).toBe(true);
      expect(String(other.get(key) ?? "").trim().length > 0, `${area}:${key}`).toBe(true);
      expect(placeholders(other.get(key)), `${area}:${key}`).toEqual(placeholders(value));
    }
  });
});

describe("literal keys in the code", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes("generated"));

  it.each(files)("%s names only texts that exist", (file) => {
    const code = readFileSync(join(app, file), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
    const areasHere = [...code.matchAll(/(?:useTranslation\(|translate\([^()]*(?:\([^()]*\))?[^()]*,\s*)\[?"(\w+)"/g)].map((match) => String(match[1]));
    const missing = [...code.matchAll(/\b(?:t|pageTitle(?:<[^>]*>)?|text:\s*)\(?\s*"([a-z]+:)?([A-Za-z0-9.-]+)"/g)]
      .filter((match) => match[0].startsWith("t(") || match[1] !== undefined)
      .map(([, area, key]) => (area ? [`${area}${key}`] : areasHere.map((here) => `${here}:${key}`)))
      .filter((candidates) => candidates.length > 0 && !candidates.some((candidate) => known.has(candidate) || branches.has(candidate)))
      .map((candidates) => candidates.join(" or "));
    expect(missing).toEqual([]);
  });

  it("sees a key that does not exist", () => {
    expect(known.has("frame:product")).toBe(true);
    expect(known.has("frame:no.such.key")).toBe(false);
  });
});
