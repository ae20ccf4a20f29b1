import { describe, expect, it } from "vitest";
import { checkCertificate } from "#app/domain/assurance/certificate.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { sampleAnswers, sampleQuestionnaire } from "./questionnaire.sample.ts";
import { statementFacts } from "./statement-facts.ts";
import { confirmationFacts, disclosedBreaches, statusFacts } from "./status-facts.ts";

describe("auditor's statement", () => {
  const k5 = sampleQuestionnaire(5);
  const given = sampleAnswers({
    basis: "auditors-statement", statement_title: " ISAE 3000 ", standard: "isae-3000-gdpr", assurance: "limited", statement_type: "type-2",
    as_at: "2026-01-01", period_from: "2025-01-01", period_to: "2025-12-31", issued_on: "2026-02-01", obtained_on: "2026-02-05",
    auditor_name: "Revision A/S", independent: "yes", opinion: "qualified", exceptions_found: "yes",
    exceptions: [{ ref: "B.7", finding: "Ingen alarm", due_on: "2026-06-01" }, { finding: "Andet", due_on: "snart" }, {}],
    services_covered: "Journal\n\n Booking ", criteria: "generic", addressee: "all-customers", covers_services: "yes", covers_agreement: "partly", subprocessor_supervision: "no",
    objectives: ["a-instructions", "i-breaches"], subprocessor_method: "carve-out", subprocessors: "Hosting A/S", complementary_controls: "Egne brugere\nEgne rettigheder",
    restricted_use: { value: "yes", comment: "Kun kunder" }, special_r1: "not-covered", breaches: "no",
  });

  it("is described as answered", () => {
    const { statement, ...rest } = statementFacts(k5, given);
    expect(rest).toEqual({ basis: "auditors-statement", specialRequirements: [{ id: "r1", coveredByStatement: false }], serviceCovered: true, coversAgreement: "partly", subprocessorSupervisionExamined: false, obtainedOn: "2026-02-05", breachQuestionAnswered: true });
    expect(statement).toMatchObject({
      standard: "isae-3000-gdpr", title: "ISAE 3000", assurance: "limited", type: 2, asAtDate: null, periodFrom: "2025-01-01", periodTo: "2025-12-31", opinion: "qualified",
      servicesCovered: ["Journal", "Booking"], subprocessorMethod: "carve-out", subprocessors: [{ name: "Hosting A/S", method: "carve-out", evidenceRef: null }],
      restrictedUse: "Kun kunder", sharingForbidden: true, auditor: { name: "Revision A/S", independenceDeclared: true, relatedToProcessor: false },
    });
    expect(statement.objectives).toMatchObject({ A: "covered", B: "not-covered", I: "covered" });
    expect(statement.exceptions).toEqual([
      { ref: "B.7", text: "Ingen alarm", managementResponse: null, dueOn: "2026-06-01" },
      { ref: "2", text: "Andet", managementResponse: null, dueOn: null },
    ]);
    expect(statement.complementaryControls.map(({ text }) => text)).toEqual(["Egne brugere", "Egne rettigheder"]);
  });

  it("keeps apart exceptions of the same control", () => {
    const { statement } = statementFacts(k5, sampleAnswers({ exceptions_found: "yes", exceptions: ["Én", "To", "Tre"].map((finding) => ({ ref: "B.6", finding })) }));
    expect(statement.exceptions.map(({ ref, text }) => [ref, text])).toEqual([["B.6", "Én"], ["B.6 (2)", "To"], ["B.6 (3)", "Tre"]]);
  });

  it("claims nothing that is not answered", () => {
    const { statement, serviceCovered, coversAgreement, subprocessorSupervisionExamined, specialRequirements, breachQuestionAnswered } = statementFacts(k5, {});
    expect([coversAgreement, subprocessorSupervisionExamined]).toEqual([null, null]);
    expect([serviceCovered, specialRequirements[0]?.coveredByStatement, breachQuestionAnswered]).toEqual([null, null, false]);
    expect(statement).toMatchObject({ standard: "other", assurance: "unknown", type: null, opinion: "disclaimer", objectives: null, subprocessors: null, subprocessorMethod: "unknown", criteria: "unknown" });
    expect(statement.auditor).toMatchObject({ independenceDeclared: null, relatedToProcessor: null });
  });
});

describe("certificate", () => {
  const k4 = sampleQuestionnaire(4);
  const good = { scheme: "europrivacy", valid_from: "2026-01-01", valid_to: "2027-01-01", certificate_covers_processing: "yes", covers_requirements: "yes", special_r1: "covered" };
  const rules = (change: Record<string, unknown>) => checkCertificate(certificateFacts(k4, sampleAnswers({ ...good, ...change }), "2026-11-22")).map(({ rule }) => rule);

  it.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ scheme: "iso-27001" }, ["K4-SCHEME"]],
    [{ scheme: null }, ["K4-SCHEME"]],
    [{ valid_to: "2026-11-21" }, ["K4-EXPIRED"]],
    [{ certificate_covers_processing: "partly" }, ["K4-SCOPE"]],
    [{ covers_requirements: "partly" }, ["K4-COVERAGE"]],
    [{ special_r1: "met-otherwise" }, ["K4-SPECIAL"]],
  ])("%j", (change, expected) => expect(rules(change)).toEqual(expected));
});

describe("status, breaches and confirmation", () => {
  it("reads coverage", () => {
    expect(statusFacts(sampleAnswers({ covers_processing: "partly", covers_subprocessors: "no-subprocessors" }))).toMatchObject({ coversProcessing: false, coversSubprocessors: "none", breaches: [] });
    expect(statusFacts({})).toMatchObject({ coversProcessing: null, coversSubprocessors: null });
  });

  it("reads breaches only where the answer is yes", () => {
    const breach_list = [{ discovered_on: "2026-01-02", what: "Tab", notified_on: "2026-01-03", dealt_with: "yes", measures: "Ja" }, { what: "Andet" }];
    expect(disclosedBreaches(sampleAnswers({ breaches: "no", breach_list }))).toEqual([]);
    expect(disclosedBreaches(sampleAnswers({ breaches: "yes", breach_list }))).toEqual([
      { ref: "2026-01-02 (1)", discoveredOn: "2026-01-02", notifiedOn: "2026-01-03", notified: true, dealtWith: true, what: "Tab", measures: "Ja" },
      { ref: "2", discoveredOn: null, notifiedOn: null, notified: false, dealtWith: null, what: "Andet", measures: "" },
    ]);
  });

  it.each([["confirmed", "unreserved"], ["confirmed-with-reservations", "with-reservations"], ["not-confirmed", "with-reservations"], [null, null]])("confirmation %s: %s", (choice, given) => {
    expect(confirmationFacts(sampleAnswers({ confirmation: choice }))).toEqual({ question: "confirmation", given });
  });
});
