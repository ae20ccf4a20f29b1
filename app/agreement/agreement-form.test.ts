import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { draftOf, readDraft } from "./agreement-draft.ts";
import { agreementForm, registrationForm } from "./agreement-form.ts";
import { differences } from "./draft-differences.ts";
import { changeRows } from "./draft-rows.ts";

const processorId = "11111111-1111-4111-8111-111111111111";
const typed: Record<string, string> = { processorId, title: " Lønsystem ", purpose: "Løn", ordinary: "ordinary", personCount: "999", countingBasis: "over-period", transfersOutsideEu: "no" };

function parse(given: Record<string, string | string[] | null> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...given })) for (const one of [value].flat()) if (one !== null) form.append(name, one);
  return parseWithZod(form, { schema: agreementForm, disableAutoCoercion: true });
}
const value = (given?: Record<string, string | string[] | null>) => {
  const parsed = parse(given);
  if (parsed.status !== "success") throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe("an agreement as typed", () => {
  it("becomes a typed value", () => {
    expect(value({ confidential: ["cpr", "other-confidential", "made-up"], persons: "employees", otherPersons: "Vikarer\r\n\r\n Elever \nVikarer", ended: "on" })).toMatchObject({
      title: "Lønsystem", dataCategories: ["ordinary", "cpr", "other-confidential"], personCategories: ["employees", "Vikarer", "Elever"],
      status: "ended", transfersOutsideEu: false, personCount: 999, signedOn: null,
    });
  });

  it.each([["0", 0], ["999", 999], ["1.000", 1000], ["10 000", 10_000], ["10,001", 10_001], ["1.234.567", 1_234_567], ["2000000000", 2_000_000_000]])("reads %j as a number of persons", (text, count) => {
    expect(value({ personCount: text }).personCount).toBe(count);
  });

  it.each([["", "personCount"], ["ca. 3000", "personCountDigits"], ["2,5", "personCountDigits"], ["-1", "personCountDigits"], ["1.00", "personCountDigits"], ["2000000001", "personCountDigits"]])("refuses %j persons", (text, error) => {
    expect(parse({ personCount: text }).reply().error).toEqual({ personCount: [`agreement:error.${error}`] });
  });

  it.each([
    ["no processor", { processorId: "" }, "processorId", "processor"],
    ["no title", { title: "  " }, "title", "title"],
    ["a title of 201 characters", { title: "x".repeat(201) }, "title", "long"],
    ["no purpose", { purpose: null }, "purpose", "purpose"],
    ["no category", { ordinary: null, intrusive: "location" }, "ordinary", "categories"],
    ["no counting basis", { countingBasis: null }, "countingBasis", "countingBasis"],
    ["no word on transfers", { transfersOutsideEu: null }, "transfersOutsideEu", "transfers"],
    ["a day that is none", { signedOn: "2026-02-29" }, "signedOn", "date"],
    ["an end before the start", { startsOn: "2026-01-02", endsOn: "2026-01-01" }, "endsOn", "endsBeforeStart"],
    ["a requirement in English only", { "requirements[0].textEn": "Logs" }, "requirements[0].textDa", "requirement"],
    ["evidence of a requirement that is not there", { "requirements[0].evidenceText": "Log" }, "requirements[0].textDa", "requirement"],
    ["a procedure every 0 months", { "procedures[0].kind": "physical-visit", "procedures[0].everyMonths": "0" }, "procedures[0].everyMonths", "everyMonths"],
    ["a procedure every 121 months", { "procedures[0].kind": "physical-visit", "procedures[0].everyMonths": "121" }, "procedures[0].everyMonths", "everyMonths"],
    ["a procedure of no kind", { "procedures[0].source": "C.5.1" }, "procedures[0].kind", "procedure"],
    ["a contact without a name", { "contacts[0].side": "processor", "contacts[0].email": "a@b.dk" }, "contacts[0].name", "contact"],
    ["a contact without an address", { "contacts[0].side": "processor", "contacts[0].name": "Bo", "contacts[0].email": "bo" }, "contacts[0].email", "email"],
  ])("refuses %s", (_name, given, field, error) => {
    expect(parse(given).reply().error).toEqual({ [field]: [`agreement:error.${error}`] });
  });

  it("takes 200 characters, the same day for start and end, and drops empty rows", () => {
    const agreement = value({
      title: "x".repeat(200), startsOn: "2026-01-01", endsOn: "2026-01-01", "requirements[0].textDa": "", "requirements[1].textDa": "Logs", "requirements[1].critical": "on",
      "contacts[0].side": "controller", "contacts[0].name": "",
    });
    expect(agreement).toMatchObject({ endsOn: "2026-01-01", requirements: [{ id: "", textDa: "Logs", textEn: "", evidenceAsked: false, critical: true, category: "other", evidenceText: "", source: "", objectives: [] }], contacts: [] });
  });
});

describe("annexes A to D as typed", () => {
  it("become typed values, and nothing where nothing is said", () => {
    expect(value()).toMatchObject({ nature: "", duration: "", clauseSet: "", approvalKind: "", securityLevel: "", agreedConcept: null, dataSubjectFacing: false, locations: [], procedures: [] });
    expect(value({
      clauseSet: "municipal", approvalKind: "specific", securityLevel: "high", agreedConcept: "5", dataSubjectFacing: "on", "locations[0].place": "", "locations[0].country": "", "locations[1].place": "Odense",
      "locations[1].country": "DK", "procedures[0].kind": "auditor-statement", "procedures[0].everyMonths": "120", "procedures[1].kind": "", "procedures[2].kind": "physical-visit", "procedures[2].everyMonths": "1",
      "procedures[2].payer": "each", "requirements[0].textDa": "Logs", "requirements[0].category": "security", "requirements[0].objectives": "B",
    })).toMatchObject({
      clauseSet: "municipal", approvalKind: "specific", securityLevel: "high", agreedConcept: 5, dataSubjectFacing: true, locations: [{ place: "Odense", country: "DK" }],
      procedures: [{ kind: "auditor-statement", everyMonths: 120, payer: "" }, { kind: "physical-visit", everyMonths: 1, payer: "each" }], requirements: [{ category: "security", objectives: ["B"] }],
    });
  });

  it("take what the municipal template agrees on once, beside what is there", () => {
    const filled = changeRows(draftOf(value()), "fill-procedure");
    expect(filled?.draft.procedures.map(({ kind, everyMonths, source }) => [kind, everyMonths, source])).toEqual([
      ["auditor-statement", "12", "001 C.5.1"], ["physical-visit", "12", "001 C.5.4"], ["physical-visit", "", "001 C.5.5"], ["subprocessor-statement", "12", "001 C.6.1"], ["subprocessor-visit", "12", "001 C.6.4"],
    ]);
    expect(new Set(filled?.draft.procedures.map(({ row }) => row)).size).toBe(5);
    expect(filled && changeRows(filled.draft, "fill-procedure")?.draft.procedures).toEqual(filled?.draft.procedures);
  });

  it("name sub-processors one to a line, each once", () => {
    expect(registrationForm.parse({ subprocessors: "Sky A/S\r\n\r\n Net ApS \nSky A/S" })).toEqual({ subprocessors: ["Sky A/S", "Net ApS"], label: "", signedForController: "", signedForProcessor: "" });
  });
});

describe("a draft", () => {
  const payload = () => parse({ "requirements[0].textDa": "A", "requirements[0].row": "4", "requirements[1].textDa": "B", personCount: "mange" }).payload;

  it("keeps what was typed, valid or not", () => {
    expect(readDraft(payload())).toMatchObject({ title: " Lønsystem ", personCount: "mange", requirements: [{ row: "4", textDa: "A" }, { row: "1", textDa: "B" }] });
  });

  it("gains a row with a name of its own, and loses the one asked for", () => {
    const draft = readDraft(payload());
    const added = changeRows(draft, "add-requirement");
    expect(added?.draft.requirements.map(({ row }) => row)).toEqual(["4", "1", "5"]);
    expect(added?.focus).toBe("requirements[2].textDa");
    expect(changeRows(draft, "remove-requirement:0")?.draft.requirements.map(({ textDa }) => textDa)).toEqual(["B"]);
    expect(changeRows(draft, "add-contact")?.draft.contacts).toHaveLength(1);
    expect(changeRows(draft, "save")).toBeNull();
  });

  it("of what is stored comes back as the same agreement, and differs only where somebody changed it", () => {
    const stored = value({ special: "health", persons: "patients", otherPersons: "Pårørende børn", "requirements[0].textDa": "Logs", "contacts[0].side": "processor", "contacts[0].name": "Bo" });
    const draft = draftOf(stored);
    expect(readDraft({ ...draft, ended: undefined })).toEqual(draft);
    expect(differences(draft, { ...draft, requirements: draft.requirements.map((row) => ({ ...row, row: "9" })) })).toEqual([]);
    expect(differences(draft, { ...draft, title: "Nyt", special: [] })).toEqual(["title", "special"]);
  });
});
