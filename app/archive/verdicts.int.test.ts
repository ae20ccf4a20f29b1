import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { assessAnswer } from "#app/supervision/assessment/assess-answer.server.ts";
import { returnQuestions } from "#app/supervision/assessment/return-questions.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { findConclusion } from "#app/supervision/conclusion/find-conclusion.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import { caseFiles } from "./case-files.ts";
import { gatherCase } from "./gather-case.server.ts";
import { presentReport } from "./present-report.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

it("tells a person's verdict, with name, from what the rules make of an answer; a verdict on an answer given anew since is neither level nor reason", async () => {
  const at = new Date("2026-12-01T10:00:00Z");
  const scene = await newSupervision(database.ownerUrl, { concept: 3 });
  const { caseworker, dpo, supervisionId } = scene;
  await handIn(scene);
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  const questions = Object.keys((await gather()).facts.frozen.scoring);
  const [replaced, kept, untouched] = ["agreement_met", ...questions.filter((one) => one !== "agreement_met")] as [string, string, string];
  const assess = (question: string, level: "partly" | "met", reason: string) =>
    withTenant(caseworker, (tx) => assessAnswer(tx, caseworker, { supervisionId, question, level, naAccepted: null, reason, version: 0 }));
  expect(await assess(replaced, "partly", "Sletning er ikke dokumenteret")).toEqual({ ok: true });
  expect(await assess(kept, "met", "Set ved besøget")).toEqual({ ok: true });
  await withTenant(caseworker, (tx) => returnQuestions(tx, caseworker, { supervisionId, questions: [{ question: replaced, reason: "Uddyb" }], dueOn: "2026-12-10" }));
  await handIn(scene, { [replaced]: { value: "yes", comment: "Nu dokumenteret" } });
  await withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));

  const shown = await withTenant(dpo, (tx) => findConclusion(tx, dpo, supervisionId, "da"), { readOnly: true });
  expect(shown?.assessed).toMatchObject({ byPerson: 1, replaced: [{ question: replaced, level: "partly", byName: caseworker.personName }] });
  expect(shown?.assessed.total).toBeGreaterThan(2);
  expect(await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "", today: "2026-12-01" }))).toEqual({ ok: true });

  const found = await gather();
  const report = presentReport(found, [], "da", translate("da", "report"), at);
  const titles = new Map(found.facts.frozen.survey.pages.flatMap(({ elements }) => elements).map(({ name, title }) => [name, title?.da]));
  const card = (question: string) => report.answers.find((one) => one.question === titles.get(question));
  expect(card(replaced)).toMatchObject({ byAnswer: { word: "Opfyldt" }, assessedBy: expect.stringMatching(new RegExp(`^Ingen person\\. .* Den tidligere vurdering \\(delvist opfyldt, ${caseworker.personName}, .*\\) gjaldt et svar, der siden er afgivet på ny`)) });
  expect(card(replaced)).not.toHaveProperty("assessed");
  expect(card(replaced)).not.toHaveProperty("reason");
  expect(card(kept)).toMatchObject({ assessed: { word: "Opfyldt" }, assessedBy: expect.stringContaining(`${caseworker.personName}, `), reason: "Set ved besøget" });
  expect(card(untouched)).toMatchObject({ byAnswer: { word: "Opfyldt" }, assessedBy: "Ingen person. Niveauet følger af svaret efter reglerne." });
  expect(report.score?.byPerson).toMatch(/^1 af \d+ svar\./);
  expect(JSON.stringify(report.answers)).not.toContain("Sletning er ikke dokumenteret");

  const score = JSON.parse(String(caseFiles(found, []).find(({ path }) => path === "score.json")?.bytes)) as { decisions: { question: string; stands: boolean }[]; byAnswer: string[] };
  expect(score.decisions.map(({ question, stands }) => [question, stands])).toEqual(expect.arrayContaining([[replaced, false], [kept, true]]));
  expect(score.byAnswer).toEqual(expect.arrayContaining([replaced, untouched]));
  expect(score.byAnswer).not.toContain(kept);

  async function gather() {
    return (await withTenant(caseworker, (tx) => gatherCase(tx, supervisionId, at), { readOnly: true }))!;
  }
});
