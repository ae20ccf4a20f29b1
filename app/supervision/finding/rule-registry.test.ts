import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { GAP_RULES } from "#app/domain/assurance/check-statement.ts";
import { RULE_VERSION } from "#app/domain/findings/raised-finding.ts";
import { RULES } from "#app/domain/findings/rule-registry.ts";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { findingWords } from "./finding-words.ts";
import { sourceWords } from "./source-words.ts";

const languages = loadBothLanguages();
const ids = RULES.map(({ id }) => id);

/** Ids of rules as they stand in the code that raises findings. */
function rulesInCode(): string[] {
  const app = new URL("../../", import.meta.url);
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /^(domain|supervision|agreement)\/.*\.ts$/.test(file) && !/\.test\.ts$|rule-registry/.test(file));
  const code = files.map((file) => readFileSync(new URL(file, app), "utf8")).join("\n");
  const named = [...code.matchAll(/"((?:ANSWER|BREACH|DISCLOSED|NOTIFIED|K[2-6]|GAP|LIMIT|SUBPROCESSOR|DRIFT|AGREEMENT)-[A-Z0-9-]+)"/g)].map((match) => String(match[1]));
  const raised = [...code.matchAll(/\brule: "([A-Z0-9-]+)"|MANUAL = "([A-Z]+)"/g)].map((match) => String(match[1] ?? match[2]));
  // K5-1 and the like are points of the guide's checklists, not rules.
  return [...new Set([...named.filter((id) => !/^K\d-\d+$/.test(id)), ...raised])];
}

describe("the registry of rules", () => {
  it("holds every rule that can fire, once", () => {
    const found = rulesInCode();
    expect(found).toEqual(expect.arrayContaining(["GAP-1", "GAP-15", "K2-MISSING", "K2-RESERVATION", "K3-BREACH-OPEN", "K4-SCHEME", "LIMIT-EXCEEDED", "DRIFT-RETENTION", "ANSWER-NA-REJECTED", "MANUAL"]));
    expect(found.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith("GAP-"))).toHaveLength(GAP_RULES.length);
  });

  it("holds no version that has not come", () => expect(RULES.filter(({ version }) => version > RULE_VERSION)).toEqual([]));

  test.each(RULES)("$id has words, what it looks at and a source that people can read, in both languages", ({ id, source, group }) => {
    for (const language of ["da", "en"] as const) {
      const { t } = languages[language];
      const { title, text } = findingWords(t, { rule: id, values: {}, body: "Egne ord, skrevet af en sagsbehandler" }, String);
      expect(title).not.toMatch(/^rule\.|^[A-Z0-9]+-/);
      expect(text.length).toBeGreaterThan(20);
      expect(text).not.toContain("finding:");
      expect(String(t(`finding:looksAt.${id}`))).not.toContain("looksAt");
      expect(String(t(`finding:rules.group.${group}`))).not.toContain("rules.group");
      expect(sourceWords(t, source)).not.toMatch(/\b00[0-4][ :]/);
    }
  });
});
