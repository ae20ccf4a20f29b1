import { describe, expect, it } from "vitest";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { AgreementFields, Subprocessor } from "../agreement-fields.ts";
import { suggestVerdict } from "./suggest-verdicts.ts";
import type { CheckedFacts } from "./suggest-verdicts.ts";

const fields = {
  purpose: "", nature: "", duration: "", approvalKind: "", securityLevel: "", procedures: [], dataCategories: [], personCategories: [], startsOn: null, endsOn: null,
} as unknown as AgreementFields;
const facts = (given: { fields?: Partial<AgreementFields>; limits?: Limit[]; subprocessors?: Partial<Subprocessor>[] }): CheckedFacts => ({
  fields: { ...fields, ...given.fields }, limits: given.limits ?? [],
  subprocessors: (given.subprocessors ?? []).map((one) => ({ id: "1", parentId: null, name: "Sky ApS", cvr: "", address: "", country: "DK", processing: "", transferGround: "", contactName: "", contactEmail: "", status: "approved", approvedOn: null, ...one })),
});
const notice = (value: number | null, unit: string, source = "001 10.1"): Limit => ({ kind: "breach-notice", value, unit, runsFrom: "awareness", source });
const procedure = (kind: "auditor-statement" | "physical-visit" | "confirmation", payer: "processor" | "controller" | "each" | "") => ({ kind, everyMonths: 12, payer, source: "001 C.5" });

describe("what the agreement's own data suggests", () => {
  it.each<[string, string, CheckedFacts, string | null]>([
    ["ABS-13", "no limit", facts({}), null],
    ["ABS-13", "without undue delay", facts({ limits: [notice(null, "without-undue-delay")] }), "met breach-words"],
    ["ABS-13", "23 hours", facts({ limits: [notice(23, "hours")] }), "met breach-hours"],
    ["ABS-13", "24 hours", facts({ limits: [notice(24, "hours")] }), "met breach-hours"],
    ["ABS-13", "1 day", facts({ limits: [notice(1, "days")] }), "met breach-hours"],
    ["ABS-13", "25 hours", facts({ limits: [notice(25, "hours")] }), "not-met breach-too-long"],
    ["ABS-13", "48 hours and 24 hours: the strictest counts", facts({ limits: [notice(48, "hours"), notice(24, "hours")] }), "met breach-hours"],
    ["G6", "no limit", facts({}), null],
    ["G6", "36 hours are a limit", facts({ limits: [notice(36, "hours")] }), "met breach-limit"],
    ["ABS-26", "none", facts({}), "not-relevant no-subprocessors"],
    ["ABS-26", "refused only", facts({ subprocessors: [{ status: "refused" }] }), "not-relevant no-subprocessors"],
    ["ABS-26", "one", facts({ subprocessors: [{}] }), "met subprocessors-listed"],
    ["ABS-27", "specific", facts({ fields: { approvalKind: "specific" } }), "met approval-specific"],
    ["ABS-27", "general", facts({ fields: { approvalKind: "general" } }), "not-met approval-general"],
    ["G3", "general", facts({ fields: { approvalKind: "general" } }), "met approval-general-enough"],
    ["ABS-29", "in the EEA", facts({ subprocessors: [{ country: "NO" }] }), "not-relevant none-outside"],
    ["ABS-29", "country not known", facts({ subprocessors: [{ country: "" }] }), null],
    ["ABS-29", "outside with SCC", facts({ subprocessors: [{ country: "US", transferGround: "scc" }] }), "met all-scc"],
    ["ABS-29", "outside on adequacy", facts({ subprocessors: [{ country: "US", transferGround: "adequacy" }, { country: "IN", transferGround: "scc" }] }), "not-met without-scc"],
    ["ABS-33", "a yearly statement", facts({ fields: { procedures: [procedure("auditor-statement", "processor")] } }), "met auditor-statement"],
    ["ABS-33", "a confirmation", facts({ fields: { procedures: [procedure("confirmation", "")] } }), null],
    ["ABS-34", "processor pays", facts({ fields: { procedures: [procedure("auditor-statement", "processor")] } }), "met payer-processor"],
    ["ABS-34", "controller pays", facts({ fields: { procedures: [procedure("auditor-statement", "controller")] } }), "not-met payer-controller"],
    ["ABS-32", "each pays its own", facts({ fields: { procedures: [procedure("physical-visit", "each")] } }), "not-met payer-each"],
    ["ABS-31", "a visit", facts({ fields: { procedures: [procedure("physical-visit", "")] } }), "met own-supervision"],
    ["ABS-6", "data alone", facts({ fields: { dataCategories: ["cpr"] } }), null],
    ["ABS-6", "both", facts({ fields: { dataCategories: ["cpr"], personCategories: ["citizens"] } }), "met categories"],
    ["ABS-8", "start alone", facts({ fields: { startsOn: "2026-01-01" } }), null],
    ["ABS-8", "start and end", facts({ fields: { startsOn: "2026-01-01", endsOn: "2027-01-01" } }), "met duration-dates"],
    ["ABS-21", "a level", facts({ fields: { securityLevel: "high" } }), "met level-high"],
    ["constructor", "no item", facts({}), null],
  ])("%s, %s", (ref, _, given, expected) => {
    const found = suggestVerdict(ref, given);
    expect(found && `${found.verdict} ${found.why}`).toBe(expected);
  });
});
