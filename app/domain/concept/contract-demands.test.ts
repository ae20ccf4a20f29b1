import { describe, expect, it } from "vitest";
import type { Limit } from "../limits/limit-units.ts";
import type { Concept } from "./concept.ts";
import { contractDemands } from "./contract-demands.ts";
import type { ContractSays, Held } from "./contract-demands.ts";
import { MUNICIPAL_PROCEDURES } from "./procedures.ts";
import type { Procedure, ProcedureKind } from "./procedures.ts";

const every = (kind: ProcedureKind, everyMonths: number | null, source = "C.5"): Procedure => ({ kind, everyMonths, payer: "", source });
const limit = (kind: string, value: number | null, unit: string, source = "L"): Limit => ({ kind, value, unit, runsFrom: "", source });
const says = (given: Partial<ContractSays>): ContractSays => ({ procedures: [], agreedConcept: null, limits: [], ...given });
const held = (...concepts: (Concept | [Concept, number | null])[]): Held[] => concepts.map((one) => (Array.isArray(one) ? { concept: one[0], everyMonths: one[1] } : { concept: one, everyMonths: 12 }));
const short = (given: Partial<ContractSays>, points: number | null, plan: Held[]) =>
  contractDemands(says(given), points, plan).map((one) => (one.reason === "agreed-concept" ? `koncept ${one.agreed} > ${one.held}` : `${one.kind} ${one.everyMonths} ${one.reason}${one.reason === "more-often" ? ` ${one.heldEvery}` : ""} ${one.held} (${one.source})`));

describe("what a contract demands more than the concept", () => {
  it.each<[string, Partial<ContractSays>, number | null, Held[], string[]]>([
    ["a yearly visit at 1 point", { procedures: [every("physical-visit", 12, "001 C.5.4")] }, 1, held([1, null]), ["physical-visit 12 not-covered 1 (001 C.5.4)"]],
    ["a yearly visit under own supervision", { procedures: [every("physical-visit", 12)] }, 8, held(6), []],
    ["a yearly visit under an auditor's statement", { procedures: [every("physical-visit", 12)] }, 8, held(5), ["physical-visit 12 not-covered 5 (C.5)"]],
    ["a visit on need alone", { procedures: [every("physical-visit", null)] }, 1, held([1, null]), []],
    ["a yearly statement under concept 2", { procedures: [every("auditor-statement", 12)] }, 4, held(2), ["auditor-statement 12 not-covered 2 (C.5)"]],
    ["a yearly statement under concept 5", { procedures: [every("auditor-statement", 12)] }, 8, held(5), []],
    ["a yearly statement, held as a supplement", { procedures: [every("auditor-statement", 12)] }, 6, held(3, 5), []],
    ["a yearly statement, held every second year", { procedures: [every("auditor-statement", 12)] }, 8, held([5, 24]), ["auditor-statement 12 more-often 24 5 (C.5)"]],
    ["a statement every second year, held yearly", { procedures: [every("auditor-statement", 24)] }, 8, held(5), []],
    ["a statement every 12 months, held every 13", { procedures: [every("auditor-statement", 12)] }, 8, held([5, 13]), ["auditor-statement 12 more-often 13 5 (C.5)"]],
    ["a yearly statement, in the plan only when something happens", { procedures: [every("auditor-statement", 12)] }, 8, [{ concept: 5, everyMonths: null, onEvent: true }], ["auditor-statement 12 not-covered 5 (C.5)"]],
    ["a confirmation under every higher concept", { procedures: [every("confirmation", 12)] }, 4, held(3), []],
    ["a confirmation under concept 1", { procedures: [every("confirmation", 12)] }, 2, held([1, null]), ["confirmation 12 not-covered 1 (C.5)"]],
    ["a status under a certification", { procedures: [every("written-status", 12)] }, 5, held(4), ["written-status 12 not-covered 4 (C.5)"]],
    ["no concept chosen: the lowest sufficient counts", { procedures: [every("auditor-statement", 12)] }, 4, [], ["auditor-statement 12 not-covered 2 (C.5)"]],
    ["no concept chosen at 7 points: a statement is what is needed", { procedures: [every("auditor-statement", 12)] }, 7, [], []],
    ["no points: nothing", { procedures: [every("auditor-statement", 12)], agreedConcept: 6 }, null, [], []],
    ["a limit says it alone", { limits: [limit("physical-visit", 1, "years", "001 C.5.4")] }, 1, held([1, null]), ["physical-visit 12 not-covered 1 (001 C.5.4)"]],
    ["a limit of 52 weeks is a year", { limits: [limit("auditor-statement", 52, "weeks")] }, 4, held(2), ["auditor-statement 12 not-covered 2 (L)"]],
    ["a limit in words is no demand", { limits: [limit("physical-visit", null, "regularly")] }, 1, held([1, null]), []],
    ["the guide's own advice is no demand of the contract", { limits: [limit("status", 1, "years", "004:368")] }, 2, held([1, null]), []],
    ["a limit and a procedure that say the same are one", { procedures: [every("auditor-statement", 12)], limits: [limit("auditor-statement", 1, "years")] }, 4, held(2), ["auditor-statement 12 not-covered 2 (C.5)"]],
    ["of two the more frequent", { procedures: [every("auditor-statement", 24)], limits: [limit("auditor-statement", 1, "years")] }, 4, held(2), ["auditor-statement 12 not-covered 2 (L)"]],
    ["other limits are no demands", { limits: [limit("patching", 14, "days"), limit("statement-sending", 30, "days")] }, 1, held([1, null]), []],
    ["an agreed concept above the chosen", { agreedConcept: 5 }, 4, held(2), ["koncept 5 > 2"]],
    ["an agreed concept as chosen", { agreedConcept: 3 }, 6, held(3), []],
    ["an agreed concept below", { agreedConcept: 2 }, 6, held(3), []],
    ["5 and 6 are joint top", { agreedConcept: 6 }, 8, held(5), []],
    ["an agreed concept held as a supplement", { agreedConcept: 5 }, 6, held(3, 5), []],
    ["an agreed concept one above", { agreedConcept: 4 }, 5, held(3), ["koncept 4 > 3"]],
  ])("%s", (_name, given, points, plan, expected) => expect(short(given, points, plan)).toEqual(expected));

  it("of the municipal template: all its yearly demands at 1 point, the physical visit at 8 with a statement, both sources said", () => {
    expect(short({ procedures: MUNICIPAL_PROCEDURES }, 1, held([1, null])).map((one) => one.split(" ")[0])).toEqual(["auditor-statement", "physical-visit", "subprocessor-statement", "subprocessor-visit"]);
    expect(contractDemands(says({ procedures: MUNICIPAL_PROCEDURES }), 8, held(5))).toEqual([
      { reason: "not-covered", kind: "physical-visit", everyMonths: 12, source: "001 C.5.4", held: 5, conceptSource: "Datatilsynet 2021, koncept 5" },
    ]);
  });
});
