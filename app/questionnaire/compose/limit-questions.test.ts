import { expect, test } from "vitest";
import { sampleQuestionnaire } from "../questionnaire.sample.ts";
import type { Concept, SurveyElement } from "../types.ts";
import type { AgreedLimit, AgreedProcedure } from "./agreed.ts";

const sending: AgreedLimit = { kind: "statement-sending", value: 30, unit: "days", runsFrom: "statement-obtained", source: "001 C.5.2" };
const yearly: AgreedProcedure = { kind: "auditor-statement", everyMonths: 12, source: "001 C.5.1" };
const textOf = ({ title, description }: SurveyElement) => `${title?.da ?? ""} ${description?.da ?? ""}`;
/** The questions in which the days for sending a statement are told. */
const whereTold = (concept: Concept, procedures: AgreedProcedure[]) =>
  sampleQuestionnaire(concept, { agreement: { title: "Journal", specialRequirements: [], limits: [sending], procedures } }).survey.pages.flatMap(({ elements }) => elements).filter((element) => textOf(element).includes("30 dage")).map(({ name }) => name);

test("a limit of a way of supervision stands with that way, or with the other limits where the agreement names none", () => {
  expect(whereTold(3, [])).toContain("limits_met");
  expect(whereTold(3, [yearly])).toHaveLength(1);
  for (const told of [whereTold(3, [yearly]), whereTold(5, [])]) expect(told).not.toContain("limits_met");
});

test("what the guide advises is not told to the processor as the agreement's; a checklist's point is no clause of it", () => {
  const limits: AgreedLimit[] = [
    { kind: "status", value: 1, unit: "years", runsFrom: "last-status", source: "004:368" },
    { kind: "breach-notice", value: 24, unit: "hours", runsFrom: "awareness", source: "003 ABS-13" },
    { kind: "patching", value: 14, unit: "days", runsFrom: "release", source: "001 C.2 d.8" },
  ];
  const text = JSON.stringify(sampleQuestionnaire(2, { agreement: { title: "Journal", specialRequirements: [], limits } }).survey);
  expect(text).not.toContain("004:");
  expect(text).toContain("(ABS-13)");
  expect(text).toContain("(aftalens C.2 d.8)");
});
