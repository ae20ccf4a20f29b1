import { describe, expect, it } from "vitest";
import { sampleAnswers, sampleQuestionnaire } from "#app/questionnaire/questionnaire.sample.ts";
import type { Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import { checklistOf, raiseFindings } from "./case-facts.ts";
import type { CaseFacts } from "./case-facts.ts";

const row = (id: string, name: string, status: string) => ({ id, parentId: null, name, cvr: "", address: "", country: "US", processing: "Udsendelse", transferGround: "", contactName: "", contactEmail: "", status, approvedOn: null });
/** A request as it was kept before: those assumed stand among the names of the approved. */
const agreement = agreementSnapshot.parse({
  title: "Journal", agreementVersion: 1, specialRequirements: [], contact: { name: "Mette", email: "mette@example.dk" }, approvedSubprocessors: ["Hosting A/S", "Mail Inc", "Gammel ApS"],
  subprocessors: [row("s1", "Hosting A/S", "approved"), row("s2", "Mail Inc", "assumed")],
});
const factsOf = (frozen: FrozenQuestionnaire, answers: Record<string, unknown>): CaseFacts => ({
  frozen, agreement, points: 8, answers: sampleAnswers(answers), evidence: {}, submittedOn: "2026-11-22", decisions: [], held: { previousPeriodEnd: null, positions: [], refuseTypeOne: false, concepts: [] }, changedIn: {}, register: null, statementReceivedOn: "2026-11-22",
});
const raised = (facts: CaseFacts, rules: RegExp) => raiseFindings(facts).filter(({ rule }) => rules.test(rule)).map(({ rule, values }) => `${rule} ${values.difference ?? ""}`.trim());

describe("a breach that is disclosed", () => {
  const answers = { breaches: "yes", breach_list: [{ discovered_on: "2026-05-01", what: "Tab", dealt_with: "no", measures: "Intet" }] };
  it.each<[Concept, boolean, string[]]>([
    [2, true, ["K3-BREACH-OPEN", "K3-BREACH-UNNOTIFIED"]], [2, false, []], [3, false, ["K3-BREACH-OPEN", "K3-BREACH-UNNOTIFIED"]], [6, false, ["K3-BREACH-OPEN", "K3-BREACH-UNNOTIFIED"]],
  ])("under concept %i, asked about where wanted: %s", (concept, askBreaches, expected) => {
    expect(raised(factsOf(sampleQuestionnaire(concept, { askBreaches }), answers), /^K3-BREACH/)).toEqual(expected);
  });
});

it("knows who is approved and who is only assumed, also in a request that was sent before", () => {
  expect(agreement.approvedSubprocessors).toEqual(["Hosting A/S", "Gammel ApS"]);
  const asked = { title: "Journal", specialRequirements: [], subprocessors: agreement.subprocessors };
  expect(raised(factsOf(sampleQuestionnaire(3, { agreement: asked }), { approved_s1: "still-used", assumed_s2: "yes" }), /^SUBPROCESSOR/)).toEqual(["SUBPROCESSOR-NEW assumed"]);
  const statement = { subprocessor_method: "inclusive", subprocessor_supervision: "yes", subprocessors: "Hosting A/S\nMail Inc\nGammel ApS" };
  expect(raised(factsOf(sampleQuestionnaire(5), statement), /^GAP-7/)).toEqual(["GAP-7 assumed"]);
});

describe("a finding on a special requirement", () => {
  const sourced = (concept: Concept, source: string, answers: Record<string, unknown>) => {
    const requirement = { id: "r1", textDa: "Data slettes", critical: false, evidenceAsked: false, source };
    const frozen = sampleQuestionnaire(concept, { agreement: { title: "Journal", specialRequirements: [requirement] } });
    const facts = { ...factsOf(frozen, answers), agreement: agreementSnapshot.parse({ ...agreement, specialRequirements: [requirement] }) };
    return raiseFindings(facts).filter(({ question, values }) => question === "special_r1" || values.requirement === "r1").map(({ rule, source: said }) => [rule, said]);
  };
  it("has the clause of the requirement as its source", () => expect(sourced(3, " Bilag D.2 ", { special_r1: "not-met" })).toEqual([["ANSWER-NOT-MET", "Bilag D.2"]]));
  it("has the guide where no clause is known", () => expect(sourced(3, " ", { special_r1: "not-met" })).toEqual([["ANSWER-NOT-MET", "004:374"]]));
  it("has both where a statement leaves it out", () => expect(sourced(5, "001 C.2 d.8", { special_r1: "not-covered" })).toContainEqual(["GAP-3", "001 C.2 d.8; Datatilsynet 2021, koncept 5"]));
});

it.each([["yes", "yes", "yes", "unclear"], ["partly", "yes", "unclear", "unclear"], ["no", "yes", "no", "unclear"], ["yes", "no", "yes", "no"]])("reads whether the statement is about agreements (%s) and examined sub-processors (%s)", (covers_agreement, examined, two, four) => {
  const answers = { standard: "isae-3000-gdpr", opinion: "unmodified", covers_agreement, subprocessor_method: "inclusive", subprocessor_supervision: examined, subprocessors: "Hosting A/S\nMail Inc" };
  const met = Object.fromEntries(checklistOf(factsOf(sampleQuestionnaire(5), answers)).map((item) => [item.id, item.met]));
  expect([met["K5-2"], met["K5-4"]]).toEqual([two, four]);
});
