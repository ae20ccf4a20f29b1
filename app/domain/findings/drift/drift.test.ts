import { describe, expect, it, test } from "vitest";
import { raiseFromLocations, raiseFromRetention, type LocationFacts } from "./raise-from-drift.ts";
import { raiseFromChangedSubprocessors, raiseFromGoneSubprocessors, raiseFromNewSubprocessors, type NamedSubprocessor, type SubprocessorFacts } from "./raise-from-subprocessors.ts";

const facts: SubprocessorFacts = { approved: ["Drift ApS"], refused: ["Nej Inc"], confirmed: [], others: [], question: "subprocessors_new" };
const other = (name: string, saidApproved: boolean | null = null): NamedSubprocessor => ({ name, country: "Norge", processing: "Backup", saidApproved });
const confirmed = (use: "still-used" | "changed" | "no-longer-used" | null) => ({ ...facts, confirmed: [{ name: "Drift ApS", question: "approved_1", use, agreed: "Hosting, DK", said: "Nu også mail" }] });

describe("SUBPROCESSOR-NEW", () => {
  test.each<[string, NamedSubprocessor[], string[]]>([
    ["none", [], []],
    ["one not approved", [other("Sky ApS", false)], ["Sky ApS not-approved major false"]],
    ["one said to be approved, but not on the list", [other("Sky ApS", true)], ["Sky ApS said-approved major false"]],
    ["one on the list, written otherwise", [other(" drift  APS", true)], []],
    ["one that was refused", [other("Nej Inc", true)], ["Nej Inc refused critical true"]],
    ["one without a name", [other(" ")], []],
  ])("%s", (_, others, expected) => {
    expect(raiseFromNewSubprocessors({ ...facts, others }, []).map(({ severity, blocking, values }) => `${values.subprocessor} ${values.difference} ${severity} ${blocking}`)).toEqual(expected);
  });
  it("quotes both the list and the answer", () => {
    expect(raiseFromNewSubprocessors({ ...facts, others: [other("Sky ApS")] }, [])[0]?.values).toMatchObject({ agreed: "Drift ApS", said: "Backup, Norge" });
  });
});

test.each([
  ["still-used", []],
  ["changed", ["SUBPROCESSOR-CHANGED major"]],
  ["no-longer-used", ["SUBPROCESSOR-GONE notice"]],
  [null, []],
] as const)("an approved one that is %s", (use, expected) => {
  const found = [...raiseFromChangedSubprocessors(confirmed(use)), ...raiseFromGoneSubprocessors(confirmed(use), [])];
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
  for (const { values } of found) expect(values).toEqual({ subprocessor: "Drift ApS", agreed: "Hosting, DK", said: "Nu også mail" });
});

describe("one that is only assumed to be in use", () => {
  const mail = (used: boolean | null, said = "") => [{ name: "Mail Inc", question: "assumed_2", used, agreed: "Udsendelse, US", said }];
  test.each<[string, ReturnType<typeof mail>, NamedSubprocessor[], string[]]>([
    ["is used", mail(true), [], ["SUBPROCESSOR-NEW Mail Inc assumed major assumed_2 Udsendelse, US"]],
    ["is used for something else", mail(true, "Support i Indien"), [], ["SUBPROCESSOR-NEW Mail Inc assumed major assumed_2 Support i Indien"]],
    ["is used, and named once more", mail(true), [other("mail inc", true)], ["SUBPROCESSOR-NEW Mail Inc assumed major assumed_2 Udsendelse, US"]],
    ["is named among the others alone", mail(null), [other("Mail Inc", true)], ["SUBPROCESSOR-NEW Mail Inc assumed major subprocessors_new Backup, Norge"]],
    ["is not used", mail(false), [], ["SUBPROCESSOR-GONE Mail Inc assumed notice assumed_2 "]],
    ["is not answered", mail(null), [], []],
  ])("%s", (_, assumed, others, expected) => {
    const found = [...raiseFromNewSubprocessors({ ...facts, others }, assumed), ...raiseFromGoneSubprocessors(facts, assumed)];
    expect(found.map(({ rule, severity, question, values }) => `${rule} ${values.subprocessor} ${values.difference} ${severity} ${question} ${values.said}`)).toEqual(expected);
  });
});

describe("DRIFT-LOCATION", () => {
  const agreed = [{ place: "Roskilde", country: "DK" }];
  const places = (asAgreed: boolean | null, elsewhere: LocationFacts["elsewhere"]) => raiseFromLocations({ question: "locations", agreed, asAgreed, elsewhere }).map(({ values }) => `${values.agreed} / ${values.said}`);
  test.each<[string, boolean | null, LocationFacts["elsewhere"], string[]]>([
    ["as agreed", true, [], []],
    ["not asked", null, [], []],
    ["elsewhere", false, [{ place: "Oslo", country: "Norge", processing: "Drift" }], ["Roskilde, DK / Oslo, Norge (Drift)"]],
    ["elsewhere in two places", false, [{ place: "Oslo", country: "NO" }, { place: "Malmø", country: "SE" }], ["Roskilde, DK / Oslo, NO", "Roskilde, DK / Malmø, SE"]],
    ["elsewhere, but the place named is the agreed one", false, [{ place: "roskilde", country: "dk" }], []],
    ["the agreed one, its country written out in Danish", false, [{ place: "Roskilde", country: "Danmark" }], []],
    ["the agreed one, its country written out in English", false, [{ place: "Roskilde", country: " denmark" }], []],
    ["elsewhere, in a country known by two codes", false, [{ place: "Roskilde", country: "UK" }], ["Roskilde, DK / Roskilde, UK"]],
    ["the same town in another country", false, [{ place: "Roskilde", country: "Norge" }], ["Roskilde, DK / Roskilde, Norge"]],
    ["elsewhere, without saying where", false, [], ["Roskilde, DK / "]],
  ])("%s", (_, asAgreed, elsewhere, expected) => expect(places(asAgreed, elsewhere)).toEqual(expected));
});

test.each([[true, 0], [null, 0], [false, 1]] as const)("DRIFT-RETENTION: as agreed %s", (asAgreed, count) => {
  const found = raiseFromRetention({ question: "retention", agreed: "slettes efter 6 måneder", asAgreed, said: "Log gemmes i ét år" });
  expect(found.map(({ rule, values }) => [rule, values])).toEqual(count === 0 ? [] : [["DRIFT-RETENTION", { agreed: "slettes efter 6 måneder", said: "Log gemmes i ét år" }]]);
});
