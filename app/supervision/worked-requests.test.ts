import { describe, expect, it } from "vitest";
import { listElements } from "#app/questionnaire/elements.ts";
import { composeRequest } from "#app/questionnaire/compose.ts";
import type { ComposeInput } from "#app/questionnaire/compose.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { refuseToOpen } from "./allowed-concepts.ts";
import { limitsOfSet } from "#app/domain/limits/clause-sets.ts";
import { MUNICIPAL_PROCEDURES } from "#app/domain/concept/procedures.ts";

/** A questionnaire as a person skims it: what is asked, on which condition, with which answers. */
function outline({ concept, parts, minutes, survey, scoring }: FrozenQuestionnaire): string {
  const pages = survey.pages.map(({ title, elements }) => [
    `## ${title.da}`,
    ...elements.flatMap(({ type, name, title: asked, description, isRequired, visibleIf, choices = [] }) => [
      `- ${name}${isRequired ? "*" : ""} (${type}${scoring[name] ? `, ${scoring[name].weight}${scoring[name].critical ? "!" : ""}${scoring[name].evidence === "required" ? ", bevis kræves" : ""}` : ""}) ${asked?.da ?? ""}`,
      ...(choices.length > 0 && choices.length < 8 ? [`    ${choices.map(({ value }) => value).join(" | ")}`] : []),
      ...(visibleIf ? [`    hvis ${visibleIf}`] : []),
      ...(description && type !== "file" ? description.da.split("\n").map((line) => `    ${line}`) : []),
    ]),
  ].join("\n"));
  return `# ${survey.title.da} (koncept ${concept}; ${(parts ?? []).join("+")}; ${minutes} min)\n${survey.description?.da}\n\n${pages.join("\n\n")}\n`;
}

const special = (id: string, textDa: string, more: object = {}) => ({ id, textDa, ...more });
const plain = { lastSupervisionOn: "2025-11-20", controllerName: "Engsted Kommune" } as const;

/** The guide's worked examples that ask something (004 ch. 4), and what scales or shortens a request. */
const requests: Record<string, ComposeInput> = {
  "webshop-concept-2": { ...plain, concept: 2, points: 4, controllerName: "Blåbær Webshop", agreement: { title: "Ordrebehandling og betaling", specialRequirements: [], subprocessors: [{ id: "s1", name: "Betal A/S", country: "DK", processing: "Betalinger", status: "approved" }] } },
  "hr-concept-3": {
    ...plain, concept: 3, points: 6, controllerName: "Nordhavn Gruppen",
    agreement: {
      title: "HR-system", specialRequirements: [special("e1", "Al kommunikation er krypteret.", { category: "security", source: "C.2.3" }), special("e2", "Testdata slettes efter 30 dage.", { category: "retention", evidenceAsked: true, evidenceText: "seneste sletterapport" })],
      limits: [{ kind: "breach-notice", value: 24, unit: "hours", runsFrom: "awareness", source: "10.1" }, { kind: "subprocessor-notice", value: 1, unit: "months", runsFrom: "takes-effect", source: "B.1.2" }],
      subprocessors: [{ id: "s1", name: "Hosting A/S", country: "DK", processing: "Drift af systemet", status: "approved" }], locations: [{ place: "Roskilde", country: "DK" }],
    },
  },
  "beacons-concept-4": { ...plain, concept: 4, points: 5, controllerName: "Storcenter A/S", lastSupervisionOn: null, agreement: { title: "Måling af besøgende", specialRequirements: [special("e1", "Rå lokationsdata slettes hver nat.", { category: "retention" })] } },
  "gp-concept-5": {
    ...plain, concept: 5, points: 7, controllerName: "Lægehuset",
    agreement: { title: "Journalsystem", specialRequirements: [special("e1", "Opslag i journaler kontrolleres hver måned.", { evidenceAsked: true })], limits: [{ kind: "breach-notice", value: 48, unit: "hours", runsFrom: "awareness", source: "001 C.2 d.12" }] },
  },
  "building-cases-concept-6": {
    ...plain, concept: 6, points: 8, agreement: {
      title: "Byggesager", duration: "Så længe hovedaftalen løber", specialRequirements: [special("e1", "Fortrolige tegninger må kun vises for sagens parter.", { critical: true, evidenceAsked: true })],
      limits: limitsOfSet("municipal"), procedures: MUNICIPAL_PROCEDURES, locations: [{ place: "Aarhus", country: "DK" }, { place: "Frankfurt", country: "DE" }],
      subprocessors: [{ id: "s1", name: "Sky GmbH", country: "DE", processing: "Hosting", status: "approved" }, { id: "s2", name: "Scan ApS", country: "DK", processing: "Scanning", status: "assumed" }, { id: "s3", name: "Afvist Inc", country: "US", processing: "Analyse", status: "refused" }],
    },
  },
};
const building = requests["building-cases-concept-6"]!;
const shown = { title: "ISAE 3000 2025", until: "2025-12-31", asAt: false, objectives: ["A", "B", "C", "F"], specialRequirements: ["e1"] };
Object.assign(requests, {
  "scaled-concept-6-at-2-points": { ...building, points: 2 },
  "covered-by-a-statement-concept-6": { ...building, shown },
  "combined-5-with-6": { ...building, concept: 5, supplements: [6] },
  "combined-4-with-3": { ...building, concept: 4, supplements: [3], points: 6 },
} satisfies Record<string, ComposeInput>);

describe("requests as they are composed", () => {
  it("asks the hairdresser's processor nothing: under concept 1 there is no request (004:308-328)", () => {
    expect(refuseToOpen({ points: 1, concept: 1, belowBandApproved: false }, 1, false)).toBe("only-on-concern");
  });

  it.each(Object.entries(requests))("%s", async (name, input) => {
    const frozen = composeRequest(input);
    await expect(outline(frozen)).toMatchFileSnapshot(`./request-outlines/${name}.md`);
  });

  it("asks less at few points, and everything from seven", () => {
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((points) => listElements(composeRequest({ ...building, points }).survey).filter(({ type }) => type !== "file").length);
    expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
    expect(counts[0]).toBeLessThan(counts[6]! - 8);
    expect(new Set(counts.slice(6)).size).toBe(1);
  });

  it("says the minutes of what it asks", () => {
    const minutes = Object.fromEntries(Object.entries(requests).map(([name, input]) => [name, composeRequest(input).minutes]));
    expect(minutes["webshop-concept-2"]).toBeLessThan(6);
    expect(minutes["scaled-concept-6-at-2-points"]).toBeLessThan(minutes["building-cases-concept-6"]!);
    expect(minutes["covered-by-a-statement-concept-6"]).toBeLessThan(minutes["building-cases-concept-6"]!);
  });
});
