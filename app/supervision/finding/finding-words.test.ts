import { describe, expect, test } from "vitest";
import { GAP_RULES } from "#app/domain/assurance/check-statement.ts";
import { formatDate } from "#app/text/format.ts";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { findingWords } from "./finding-words.ts";

const languages = loadBothLanguages();
const words = (rule: string, values: Record<string, string | number>, language: "da" | "en" = "da") => findingWords(languages[language].t, { rule, values, body: "" }, (iso) => formatDate(iso, language));

describe("findingWords", () => {
  test("says points and assurance of GAP-1", () => {
    expect(words("GAP-1", { points: 7, assurance: "limited" }).text).toContain("7 point");
    expect(words("GAP-1", { points: 7, assurance: "limited" }).text).toContain("begrænset sikkerhed");
    expect(words("GAP-1", { points: 7, assurance: "limited" }, "en").text).toContain("limited assurance");
  });
  test("tells aspects apart, with dates in the reader's way", () => {
    expect(words("K4-EXPIRED", { aspect: "expired", validFrom: "", validTo: "2026-03-01" }).text).toBe("Certificeringen udløb 1. mar. 2026.");
    expect(words("K4-EXPIRED", { aspect: "not-stated", validFrom: "", validTo: "" }).text).toContain("ikke oplyst");
  });
  test("a finding of one's own says its own words", () => {
    expect(findingWords(languages.da.t, { rule: "MANUAL", values: {}, body: "Egne ord" }, String).text).toBe("Egne ord");
  });

  test("says times, lists and clauses in words", () => {
    const values = { limit: "patching", stated: "30 days", agreed: "14 days", clause: "001 C.2 d.8", bound: "most", quote: "Vi patcher inden 30 dage" };
    expect(words("LIMIT-EXCEEDED", values).text).toBe("Svaret siger 30 dage: »Vi patcher inden 30 dage«. Aftalen siger højst 14 dage (Rettelser til programmer, aftaleskabelonen pkt. C.2 d.8).");
    expect(words("LIMIT-EXCEEDED", { ...values, bound: "least" }, "en").text).toContain("at least 14 days");
    expect(words("LIMIT-EXCEEDED", { ...values, limit: "critical-patching", bound: "mostUnclear" }).text).toContain("om det også gælder »Kritiske sikkerhedsopdateringer«");
    expect(words("LIMIT-EXCEEDED", { ...values, bound: "mostAsked" }, "en").text).toMatch(/^In practice it is 30 days/);
    expect(words("SUBPROCESSOR-NEW", { subprocessor: "Sky ApS", difference: "not-approved", said: "", agreed: "" }).text).toContain("liste: ingen");
    expect(words("GAP-10", { aspect: "gap", previousEnd: "2025-12-31", from: "2026-03-01", days: 59 }).text).toContain("59 dage");
  });

  const rules = [
    ...GAP_RULES.map((_, at) => `GAP-${at + 1}`), "ANSWER-NOT-MET", "ANSWER-PARTLY", "ANSWER-NOT-SHOWN", "ANSWER-MISSING", "ANSWER-NA-REJECTED", "K2-RESERVATION", "K2-MISSING",
    "K3-COVERAGE", "K3-BREACH-OPEN", "K3-BREACH-UNNOTIFIED", "K4-SCHEME", "K4-EXPIRED", "K4-SCOPE", "K4-COVERAGE", "K4-SPECIAL",
  ];
  test.each(rules)("%s has words in both languages", (rule) => {
    for (const language of ["da", "en"] as const) {
      const { title, text } = words(rule, {}, language);
      expect(title).not.toBe(rule);
      expect(title).not.toContain("rule.");
      expect(text.length).toBeGreaterThan(20);
      expect(text).not.toContain("finding:");
    }
  });
});
