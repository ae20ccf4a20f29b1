import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { languages } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { allActions, auditActions } from "./actions.ts";
import { detailsOf, presentEvent } from "./present.ts";
import { sayAction, sayDetail } from "./say.ts";

const app = join(import.meta.dirname, "..");

describe("every action that is recorded", () => {
  const code = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => readFileSync(join(app, file), "utf8"))
    .filter((text) => text.includes("record(") || text.includes("record_audit("));
  const recorded = [...new Set(code.flatMap((text) => [...text.matchAll(/(?:action: |\? |: |record_audit\([^,]+, )["']([a-z]+\.[a-z-]+)["']/g)].map((match) => String(match[1]))))]
    .filter((action) => !/\.(ts|tsx|json|pdf|zip|txt|csv|xlsx)$/.test(action));

  it("is found in the code", () => {
    expect(recorded.length).toBeGreaterThan(25);
  });

  it.each(recorded)("%s is listed", (action) => {
    expect(allActions).toContain(action);
  });

  it.each(languages)("has words in %s, and so has its subject", (language) => {
    const t = translate(language, "audit");
    for (const action of allActions) expect(sayAction(t, action), action).not.toBe(action);
    for (const subject of Object.keys(auditActions)) expect(t(`subjects.${subject}`), subject).not.toContain("subjects.");
  });
});

test("an action without words is shown as recorded", () => {
  expect(sayAction(translate("da", "audit"), "new.thing")).toBe("new.thing");
});

test.each([
  [["points", "7"], { name: "Point", value: "7" }],
  [["dueOn", "2026-12-01"], { name: "Frist", value: "1. dec. 2026" }],
  [["outcome", "not-in-order"], { name: "Konklusion", value: "Ikke i orden" }],
  [["roles", "caseworker, dpo"], { name: "Roller", value: "Sagsbehandler, DPO" }],
  [["trustworthy", "true"], { name: "Databehandleren anses for troværdig", value: "Ja" }],
  [["size", "1240000"], { name: "Størrelse", value: "1,2\u00a0MB" }],
  [["changed", "title, dueOn"], { name: "Ændret", value: "Titel, Frist" }],
  [["verdict.before", "not-met"], { name: "Afgørelse, Før", value: "Ikke opfyldt" }],
  [["title.before", "met"], { name: "Titel, Før", value: "met" }],
  [["awareAt.after", "2026-11-21T08:30:00.000Z"], { name: "Eget kendskab, Efter", value: "21. nov. 2026 kl. 09.30" }],
  [["unheardOf", "x"], { name: "unheardOf", value: "x" }],
  [["reason", "risk-accepted"], { name: "Begrundelse", value: "risk-accepted" }],
] as const)("%j is said as %j", (detail, said) => {
  expect(sayDetail(translate("da", "audit"), "da", detail as readonly [string, string])).toEqual(said);
});

test("facts are read out flat, without what is empty", () => {
  expect(detailsOf({ points: 7, note: "", none: null, list: ["a", "b"], empty: [], title: { before: "A", after: "B" }, keeps: false })).toEqual([
    ["points", "7"], ["list", "a, b"], ["title.before", "A"], ["title.after", "B"], ["keeps", "false"],
  ]);
  expect(detailsOf("text")).toEqual([]);
});

test.each([
  ["own", "p", "us"],
  ["portal", null, "us"],
  ["other", "p", "them"],
  ["other", null, "them"],
])("the actor is %s", (party, actorId, actorOrganisationId) => {
  const row = { id: 1n, at: new Date(0), actorId, actorName: "", actorOrganisationId, action: "request.sent", subjectType: "supervision", subjectId: "s", supervisionId: "s", detail: {} };
  const names = new Map([["s", { id: "s", title: "T", controllerId: "us", controllerName: "Us", processorName: "Them" }]]);
  expect(presentEvent(row, "us", names)).toMatchObject({ party, supervision: { id: "s", title: "T", other: "Them" } });
  expect(presentEvent(row, "them", names).supervision?.other).toBe("Us");
});
