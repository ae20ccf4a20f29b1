import { expect, it } from "vitest";
import { diffQuestionnaires, isSameRequest } from "./diff-questionnaires.ts";
import { firstVersion, sampleQuestionnaire } from "./questionnaire.sample.ts";

const limit = (value: number) => [{ kind: "breach-notice", value, unit: "hours", runsFrom: "awareness", source: "001 10.1" }];
const requirement = { id: "r1", textDa: "Al kommunikation er krypteret.", textEn: "All communication is encrypted." };
const agreement = { title: "Journal", specialRequirements: [requirement], limits: limit(48) };
const last = sampleQuestionnaire(6, { agreement, lastSupervisionOn: "2025-03-12" });

it("finds nothing where only the year has changed", () => {
  const now = sampleQuestionnaire(6, { agreement, lastSupervisionOn: "2026-03-11" });
  expect(isSameRequest(diffQuestionnaires(last, now))).toBe(true);
  expect(isSameRequest(diffQuestionnaires(sampleQuestionnaire(6, { agreement, lastSupervisionOn: null }), now))).toBe(true);
});

it("tells what is new, gone and changed", () => {
  const other = { id: "r2", textDa: "Testdata slettes efter 30 dage.", textEn: "Test data is erased after 30 days." };
  const diff = diffQuestionnaires(last, sampleQuestionnaire(6, { points: 5, agreement: { ...agreement, specialRequirements: [{ ...requirement, evidenceAsked: true }, other], limits: limit(24) } }));
  expect(diff.added).toEqual([{ question: "special_r2", title: { da: other.textDa, en: other.textEn } }]);
  expect(diff.removed.map(({ question }) => question)).toEqual(["access_review", "logging"]);
  expect(diff.changed.map(({ question, parts }) => [question, parts])).toEqual([["breach_notification", ["title", "description"]], ["limit_breach-notice", ["description"]], ["special_r1", ["evidence"]]]);
  expect(diff.limits).toEqual([{ kind: "breach-notice", before: expect.objectContaining({ da: "Besked om brud: senest 48 timer efter, at I er blevet opmærksomme på det" }) as unknown, after: expect.objectContaining({ en: "Notice of breaches: no later than 24 hours after you became aware of it" }) as unknown }]);
  expect(diff.minutes.after).toBeLessThan(diff.minutes.before);
});

it("reads requests of the first version too", () => {
  const diff = diffQuestionnaires(firstVersion(2), sampleQuestionnaire(2));
  expect(diff.added.map(({ question }) => question)).toEqual(["special_r1"]);
  expect(diff.removed).toEqual([]);
});
