import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { takeSteps } from "#app/supervision/escalation/take-steps.server.ts";
import { paths } from "#app/paths.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Concept } from "#app/questionnaire/types.ts";
import { fillForm, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude } from "#tests/support/case-work.ts";
import { newProcessor, newScope, newTenant } from "#tests/support/factories.ts";
import { newChosenAgreement } from "#tests/support/round-scene.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import { keepSilence, stepBack } from "#tests/support/step-back.ts";
import { handIn } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";

const stage = useStage();
const CONCEPTS: readonly Concept[] = [2, 3, 5];
const special = (textDa: string) => ({ id: "", textDa, textEn: "", evidenceAsked: false, critical: false, category: "security" as const, evidenceText: "", source: "", objectives: [] });
const sql = <Row>(text: string, values: unknown[] = []) => connected(stage.ownerUrl(), async (client) => (await client.query(text, values)).rows as Row[]);

test("a municipality with 30 agreements runs its annual round: three concepts, two overdue escalate, one statement misses two special requirements that are asked and answered", async () => {
  const town = await newTenant(stage.ownerUrl(), { name: "Søndervig Kommune" });
  const caseworker = await newScope(stage.ownerUrl(), ["caseworker"], { tenant: town });
  const dpo = await newScope(stage.ownerUrl(), ["dpo"], { tenant: town });
  const tenant = await newTenant(stage.ownerUrl(), { name: "Netdrift A/S", sides: ["processor"] });
  const signatory = await newScope(stage.ownerUrl(), ["respondent", "signatory"], { tenant, side: "processor" });
  const register = await newProcessor(caseworker, { name: tenant.name, cvr: tenant.cvr, organisation: tenant.id, managerName: "Lis Leder", managerEmail: "lis@netdrift.example" });
  for (let place = 0; place < 30; place += 1) {
    const concept = CONCEPTS[place % 3]!;
    const requirements = place === 2 ? [special("Logfiler gemmes i 12 måneder."), special("Medarbejdere er sikkerhedsgodkendt.")] : [];
    await newChosenAgreement(caseworker, register, concept, { title: `System ${String(place + 1).padStart(2, "0")}`, requirements });
  }

  const mette = await stage.enter(caseworker);
  await mette.goto(paths.roundNew());
  await mette.getByText("30 aftaler kommer med").waitFor();
  await mette.getByRole("button", { name: "Opret som kladde" }).click();
  await mette.getByRole("heading", { name: "Klar til at sende 30 anmodninger" }).waitFor();
  await mette.locator("summary", { hasText: "Send runden" }).click();
  await mette.getByRole("button", { name: "Send 30 anmodninger" }).click();
  await mette.getByText("30 sendt, 0 kunne ikke sendes.").waitFor({ timeout: 45_000 });
  const progress = mette.getByRole("table", { name: "Sådan går det" });
  expect(await progress.getByRole("row").allInnerTexts()).toEqual([expect.anything(), ...["2", "3", "5"].map((concept) => expect.stringMatching(new RegExp(`${concept}[^]*10\\s+10\\s+0\\s+0\\s+0\\s+0`))), expect.stringMatching(/I alt\s+30\s+30/)]);

  const sent = await sql<{ id: string; agreement_id: string; concept: Concept }>("select id, agreement_id, concept from supervision where controller_id = $1 order by title", [town.id]);
  const sceneOf = (place: number): Scene => {
    const { id, agreement_id: agreementId, concept } = sent[place]!;
    return { ownerUrl: stage.ownerUrl(), supervisionId: id, agreementId, concept, caseworker, dpo, signatory };
  };
  await escalate([sceneOf(0), sceneOf(3)], mette, await stage.enter(dpo));
  await handIn(sceneOf(1));

  // The statement of the third says nothing of two requirements: the form asks, the processor answers there and then.
  const scene = sceneOf(2);
  const frozen = await sql<{ id: string }>("select id from special_requirement where agreement_id = $1 order by position", [scene.agreementId]);
  const missed = Object.fromEntries(frozen.flatMap(({ id }) => [[`special_${id}`, "not-covered"], [`instead_${id}`, { value: "met", comment: "Det står i vores driftsaftale, punkt 4." }]]));
  const anne = await stage.enter(signatory);
  await anne.goto(paths.answer(scene.supervisionId));
  await fillForm(anne, scene, missed, { statement_evidence: await pdfFile("ISAE 3000.pdf", "ISAE 3000 uden to krav") });
  await sign(anne);
  await beginAssessment(mette, scene.supervisionId);
  await mette.getByText("Det står i vores driftsaftale, punkt 4.").first().waitFor();
  const karen = await stage.enter(dpo);
  await conclude(karen, scene.supervisionId, "I orden med bemærkninger", { reason: "To krav er vist uden om erklæringen.", message: "Tag kravene med i næste erklæring." });

  const [round] = await sql<{ id: string }>("select id from round where controller_id = $1", [town.id]);
  await mette.goto(paths.round(round?.id ?? ""));
  await mette.getByRole("row", { name: /^I alt/ }).waitFor();
  expect(await progress.getByRole("row", { name: /^I alt/ }).innerText()).toMatch(/I alt\s+30\s+26\s+1\s+1\s+1\s+1/);
});

/** Two requests 14 days late, their steps taken on their days; the DPO accepts the one and declines the other. */
async function escalate(scenes: [Scene, Scene], caseworker: Page, dpo: Page): Promise<void> {
  const ids = scenes.map(({ supervisionId }) => supervisionId);
  for (const [days, before] of [[1, ""], [7, "reminder"], [14, "manager"]] as const) {
    await sql("update supervision set due_on = (now() at time zone 'Europe/Copenhagen')::date - $2::int where id = any($1)", [ids, days]);
    await keepSilence(stage.ownerUrl(), ids);
    if (before) await stepBack(stage.ownerUrl(), ids, before, 7);
    expect(await takeSteps()).toBe(2);
  }
  expect(await sql("select kind, count(*)::int as n from outbox where supervision_id = any($1) and kind <> 'request-sent' group by 1 order by 1", [ids])).toEqual([{ kind: "escalation-manager", n: 2 }, { kind: "reminder-after", n: 2 }]);
  const [one, other] = ids as [string, string];
  await caseworker.goto(paths.supervision(one));
  await caseworker.getByText("Forslaget venter på DPO'en.").waitFor();
  await caseworker.getByText("Besked til lis@netdrift.example").first().waitFor();
  await dpo.goto(paths.overview());
  await dpo.getByRole("link", { name: /^Tag stilling: System 01/ }).click();
  await dpo.locator("summary", { hasText: "Gå op til koncept 3" }).click();
  await dpo.getByRole("button", { name: "Godkend, og åbn en kladde" }).click();
  await dpo.getByText("Et nyt tilsyn efter det højere koncept er åbnet som kladde.").waitFor();
  await dpo.goto(paths.supervision(one));
  await dpo.getByRole("link", { name: "Se det nye tilsyn" }).click();
  await dpo.getByText("Dette tilsyn er åbnet, fordi et tilsyn efter koncept 2 ikke blev besvaret.").waitFor();
  await dpo.goto(paths.supervision(other));
  await dpo.locator("summary", { hasText: "Afvis forslaget" }).click();
  await dpo.getByRole("textbox", { name: "Begrundelse" }).last().fill("De har ringet og svarer i morgen.");
  await dpo.getByRole("button", { name: "Afvis forslaget" }).click();
  await dpo.getByText("Forslaget er afvist.").waitFor();
}
