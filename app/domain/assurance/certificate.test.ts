import { describe, expect, it, test } from "vitest";
import { CERTIFICATE_SCHEMES, schemeArticle } from "./certificate-scheme.ts";
import { checkCertificate, type CertificateFacts } from "./certificate.ts";

const valid: CertificateFacts = {
  scheme: "europrivacy",
  validFrom: "2025-11-22",
  validTo: "2028-11-21",
  today: "2026-11-22",
  coversProcessing: true,
  coversAllRequirements: true,
  specialRequirements: [{ id: "s1", covered: true }],
};

describe("checkCertificate", () => {
  test.each(CERTIFICATE_SCHEMES)("$id", ({ id }) => {
    const rules = checkCertificate({ ...valid, scheme: id }).map(({ rule, blocking }) => [rule, blocking]);
    expect(rules).toEqual(schemeArticle(id) === null ? [["K4-SCHEME", true]] : []);
  });

  test.each<[string, Partial<CertificateFacts>, string[]]>([
    ["valid on its first day", { validFrom: "2026-11-22" }, []],
    ["valid from tomorrow", { validFrom: "2026-11-23" }, ["K4-EXPIRED critical true"]],
    ["valid on its last day", { validTo: "2026-11-22" }, []],
    ["expired yesterday", { validTo: "2026-11-21" }, ["K4-EXPIRED critical true"]],
    ["expired, start not stated", { validFrom: null, validTo: "2026-11-21" }, ["K4-EXPIRED critical true"]],
    ["end not stated", { validTo: null }, ["K4-EXPIRED major false"]],
    ["other processing", { coversProcessing: false }, ["K4-SCOPE critical true"]],
    ["scope not checked", { coversProcessing: null }, ["K4-SCOPE major false"]],
    ["not all requirements", { coversAllRequirements: false }, ["K4-COVERAGE major false"]],
    ["requirements not checked", { coversAllRequirements: null }, ["K4-COVERAGE minor false"]],
    ["special requirement left out", { specialRequirements: [{ id: "s1", covered: false }] }, ["K4-SPECIAL major false"]],
    ["special requirement not checked", { specialRequirements: [{ id: "s1", covered: null }] }, ["K4-SPECIAL major false"]],
  ])("%s", (_, change, expected) => {
    expect(checkCertificate({ ...valid, ...change }).map(({ rule, severity, blocking }) => `${rule} ${severity} ${blocking}`)).toEqual(expected);
  });

  it("names everything wrong, in a fixed order", () => {
    const specialRequirements = [{ id: "s1", covered: null }, { id: "s2", covered: false }];
    const found = checkCertificate({ ...valid, scheme: "iso-27001", validTo: null, coversProcessing: false, coversAllRequirements: null, specialRequirements });
    expect(found.map(({ rule }) => rule)).toEqual(["K4-SCHEME", "K4-EXPIRED", "K4-SCOPE", "K4-COVERAGE", "K4-SPECIAL", "K4-SPECIAL"]);
    expect(found.slice(4).map(({ values }) => values)).toEqual([{ requirement: "s1", covered: "unknown" }, { requirement: "s2", covered: "no" }]);
  });
});
