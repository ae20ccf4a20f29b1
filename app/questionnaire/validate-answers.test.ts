import { describe, expect, it } from "vitest";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";
import { validateAll, validateAnswer } from "./validate-answers.server.ts";

const k6 = sampleQuestionnaire(6);
const k5 = sampleQuestionnaire(5);
const save = (question: string, value: unknown, comment: string | null = null) => validateAnswer(k6, question, { value, comment });

describe("saving one answer", () => {
  it.each<[string, unknown, string | null]>([
    ["logging", "met", null],
    ["logging", "met", "I logger alt."],
    ["logging", "partly", "Kun halvdelen."],
    ["breaches", "no", null],
  ])("%s = %j", (question, value, comment) => expect(save(question, value, comment)).toEqual({ ok: true, answer: { value, comment }, pending: [] }));

  it.each<[string, string, unknown, string | null, string]>([
    ["nobody asked", "nothing", "met", null, "unknown-question"],
    ["a prototype", "__proto__", "met", null, "unknown-question"],
    ["evidence as answer", "logging_evidence", [], null, "unknown-question"],
    ["no choice of this question", "logging", "yes", null, "not-a-choice"],
    ["not a choice allowed here", "access_control", "not-applicable", null, "not-a-choice"],
    ["an object for a choice", "logging", { toString: "met" }, null, "wrong-shape"],
    ["a list for a choice", "logging", ["met"], null, "wrong-shape"],
    ["a comment without end", "logging", "met", "x".repeat(10_001), "too-long"],
    ["a comment where none is asked", "breaches", "no", "hm", "wrong-shape"],
    ["a text for panels", "breach_list", "x", null, "wrong-shape"],
    ["an unknown field of a panel", "breach_list", [{ html: "x" }], null, "wrong-shape"],
    ["a day that is none in a panel", "breach_list", [{ discovered_on: "2026-02-30" }], null, "not-a-date"],
    ["too many panels", "breach_list", Array.from({ length: 21 }, () => ({})), null, "too-long"],
    ["panels of nothing", "breach_list", [null], null, "wrong-shape"],
  ])("refuses %s", (_, question, value, comment, code) => {
    expect(save(question, value, comment)).toMatchObject({ ok: false, problems: [{ question, code }] });
  });

  it.each<[string, unknown, string]>([
    ["period_from", "2026-13-01", "not-a-date"],
    ["period_from", "2026-1-1", "not-a-date"],
    ["period_from", "1999-12-31", "out-of-range"],
    ["period_from", 20260101, "wrong-shape"],
    ["statement_title", "x".repeat(201), "too-long"],
    ["objectives", "a-instructions", "wrong-shape"],
    ["objectives", ["a-instructions", "a-instructions"], "not-a-choice"],
    ["objectives", ["z"], "not-a-choice"],
  ])("refuses %s = %j", (question, value, code) => expect(validateAnswer(k5, question, { value, comment: null })).toMatchObject({ ok: false, problems: [{ code }] }));

  it("saves what is unfinished and says what is pending, in the language of the person", () => {
    expect(save("logging", "not-applicable")).toMatchObject({ ok: true, pending: [{ code: "rule", message: "Skriv en begrundelse." }] });
    expect(save("logging", null, "kun en kommentar")).toMatchObject({ ok: true, pending: [{ code: "required" }] });
    expect(validateAnswer(k6, "logging", { value: "partly", comment: " " }, {}, "en")).toMatchObject({ ok: true, answer: { comment: null }, pending: [{ message: "Give a reason." }] });
  });

  it("saves a breach half described, and names what its panel lacks once", () => {
    const half = save("breach_list", [{ discovered_on: "2026-01-02" }, {}]);
    expect(half).toMatchObject({ ok: true, pending: [{ question: "breach_list", code: "required" }] });
  });

  it("remembers nothing of the answer before", () => {
    expect(save("logging", "partly", "fordi")).toMatchObject({ pending: [] });
    expect(save("logging", "partly")).toMatchObject({ pending: [{ code: "rule" }] });
    expect(save("logging", null)).toMatchObject({ pending: [{ code: "required" }] });
  });
});

describe("submitting all", () => {
  const k2 = sampleQuestionnaire(2);
  const full = { confirmation: "confirmed", agreement_confirmed: "version 2", special_r1: "met", signatory_name: "Ida Holm", signatory_title: "Direktør" };

  it("accepts what is complete", () => expect(validateAll(k2, sampleAnswers(full))).toEqual({ ok: true }));

  it("asks for every visible required question, and for those only", () => {
    const codes = (answers: Record<string, unknown>) => {
      const check = validateAll(k2, sampleAnswers(answers));
      return check.ok ? [] : check.problems.map(({ question, code }) => `${question} ${code}`);
    };
    expect(codes({})).toEqual(["confirmation required", "agreement_confirmed required", "special_r1 required", "signatory_name required", "signatory_title required"]);
    expect(codes({ ...full, confirmation: "not-confirmed" })).toEqual(["reservations required"]);
    expect(codes({ ...full, special_r1: "not-met" })).toEqual(["special_r1 rule"]);
    expect(codes({ ...full, special_r1: { value: "not-met", comment: "fordi" } })).toEqual([]);
    expect(codes({ ...full, reservations: "står her, men er skjult" })).toEqual([]);
    expect(codes({ ...full, nothing: "x" })).toEqual(["nothing unknown-question"]);
    expect(codes({ ...full, confirmation: "yes" })).toEqual(["confirmation not-a-choice"]);
  });

  it("asks for the evidence that must be there", () => {
    const missing = (evidence: Record<string, number>) => {
      const check = validateAll(k5, {}, evidence);
      return check.ok ? [] : check.problems.map(({ question }) => question).filter((name) => name.endsWith("_evidence"));
    };
    expect(missing({})).toEqual(["statement_evidence"]);
    expect(missing({ statement_evidence: 0 })).toEqual(["statement_evidence"]);
    expect(missing({ statement_evidence: 1 })).toEqual([]);
    expect(missing({ statement: 1 })).toEqual([]);
  });

  it("asks for what is inside a panel", () => {
    const check = validateAll(sampleQuestionnaire(3), sampleAnswers({ breaches: "yes", breach_list: [{ discovered_on: "2026-01-01", what: "a", dealt_with: "yes" }] }));
    expect(check.ok ? [] : check.problems.filter(({ question }) => question === "breach_list")).toHaveLength(1);
  });

  it("does not carry over from one controller to the next", () => {
    validateAll(k2, sampleAnswers(full));
    expect(validateAll(k2, {})).toMatchObject({ ok: false });
  });
});
