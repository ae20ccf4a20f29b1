import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { questionsOf, type Draft } from "#app/questionnaire/builder/draft.ts";
import { ownQuestionnaires } from "#app/questionnaire/builder/own-questionnaires.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { fillForm, frozenOf, sign, type FileGiven } from "#tests/support/answer-form.ts";
import { beginAssessment } from "#tests/support/case-work.ts";
import { newProcessor, newScope, newTenant } from "#tests/support/factories.ts";
import { newChosenAgreement } from "#tests/support/round-scene.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { takenOver } from "#tests/support/taken-over.ts";

const stage = useStage();
const sql = <Row>(text: string, values: unknown[]) => connected(stage.ownerUrl(), async (client) => (await client.query(text, values)).rows as Row[]);
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const agreement = { title: "Byggesager", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["citizens"], personCount: 31_016 };

test("a questionnaire is written, tried, published, carried in files, and asked in a supervision that is scored by its weights", async () => {
  const dpo = await newScope(stage.ownerUrl(), ["dpo"]);
  const caseworker = await newScope(stage.ownerUrl(), ["caseworker"], { tenant: { id: dpo.organisationId, name: dpo.organisationName } });
  const processor = await newTenant(stage.ownerUrl(), { sides: ["processor"] });
  const signatory = await newScope(stage.ownerUrl(), ["respondent", "signatory"], { tenant: processor, side: "processor" });
  const register = await newProcessor(caseworker, { name: processor.name, cvr: processor.cvr, organisation: processor.id });
  const agreementId = await newChosenAgreement(caseworker, register, 6, agreement);
  const mette = await stage.enter(caseworker);

  const id = await write(mette);
  const names = Object.fromEntries(questionsOf(await draftOf(caseworker, id)).map(({ name, title }) => [title.en, name]));
  await tryOut(mette, id, names);
  await mette.goto(paths.questionnaireVersions(id));
  await mette.getByRole("button", { name: "Udgiv version 1" }).click();
  await mette.getByText("Version 1 er udgivet.").waitFor();

  const json = await exported(mette, id, "json");
  for (const [name, mimeType, buffer] of [["skema.json", "application/json", json], ["skema.xlsx", xlsx, await exported(mette, id, "xlsx")]] as const) {
    const copy = await importAgain(mette, { name, mimeType, buffer });
    expect(copy).not.toBe(id);
    expect((await exported(mette, copy, "json")).toString(), name).toBe(json.toString());
  }

  const supervisionId = await openAndSend(mette, agreementId);
  const anne = await stage.enter(signatory);
  const scene: Scene = { ownerUrl: stage.ownerUrl(), supervisionId, agreementId, concept: 6, caseworker, dpo, signatory };
  await anne.goto(paths.answer(supervisionId));
  const [backup, why, since, training, duty] = ["Is the backup tried?", "Why is it not fully tried?", "When was it last tried?", "Is staff trained?", "Do all staff have a duty of confidentiality?"].map((title) => names[title]!);
  const answers = { [backup!]: { value: "partly", comment: "Kun databasen." }, [why!]: "Ny leverandør.", [since!]: "2026-10-01", [training!]: { value: "no", comment: "Begynder til foråret." }, [duty!]: true };
  await fillForm(anne, scene, answers, { [`${backup!}_evidence`]: await pdfFile("proeve.pdf", "Prøve af backup") });
  await sign(anne);

  const frozen = await frozenOf(scene);
  expect(frozen.scoring).toEqual({
    [backup!]: expect.objectContaining({ weight: 3, critical: true, requirements: ["G6"], evidence: "required" }) as unknown,
    [training!]: expect.objectContaining({ weight: 2, critical: false }) as unknown,
    [duty!]: expect.objectContaining({ weight: 1 }) as unknown,
  });
  await beginAssessment(mette, supervisionId);
  // Three counts half, two not, one fully: 2.5 of 6.
  await mette.getByText("2,5 af 6 mulige = 42 %").first().waitFor({ state: "attached" });
  expect(await sql("select claimed_score from supervision_case where supervision_id = $1", [supervisionId])).toEqual([{ claimed_score: 42 }]);
});

async function draftOf(scope: Scope, id: string): Promise<Draft> {
  const found = await withTenant(scope, (tx) => ownQuestionnaires(tx, scope).find(id), { readOnly: true });
  return found?.draft ?? expect.fail("no such questionnaire");
}

/** Writes two pages of questions in the builder, in both languages; the id of the questionnaire. */
async function write(page: Page): Promise<string> {
  await page.goto(paths.questionnaireNew());
  const blank = page.locator("form", { has: page.locator("#title-blank") });
  await blank.getByLabel("Navn på spørgeskemaet").fill("Backup og personale");
  await blank.getByRole("button", { name: "Opret" }).click();
  await page.getByRole("heading", { name: "Spørgsmål 1", exact: true }).waitFor();
  await takenOver(page);
  const editor = page.locator("#editor");
  const texts = async (da: string, en: string, field = "title") => {
    await editor.locator(`[name="${field}.da"]`).fill(da);
    await editor.locator(`[name="${field}.en"]`).fill(en);
  };
  const add = async (type: string, number: number, on: string) => {
    await page.getByLabel(`Type af nyt spørgsmål på ${on}`).selectOption({ label: type });
    await page.getByRole("button", { name: `Tilføj spørgsmål på ${on}` }).click();
    await page.getByRole("heading", { name: `Spørgsmål ${number}`, exact: true }).waitFor();
  };
  const weight = (value: string) => editor.getByLabel("Vægt", { exact: true }).selectOption(value);

  await texts("Er backuppen prøvet?", "Is the backup tried?");
  await weight("3");
  await editor.getByLabel("Kritisk").check();
  await editor.getByLabel("Dokumentation", { exact: true }).selectOption({ label: "Kræves" });
  await editor.getByPlaceholder("Skriv fx G6").fill("G6");
  await editor.getByRole("button", { name: "Tilføj krav" }).click();
  await editor.getByRole("checkbox", { name: /^G6/ }).waitFor();
  await texts("Vedlæg rapporten.", "Attach the report.", "evidenceText");

  await add("Lang tekst", 2, "Side 1");
  await texts("Hvorfor er den ikke prøvet helt?", "Why is it not fully tried?");
  await editor.getByLabel("Spørgsmål, betingelsen ser på").selectOption({ label: "1. Er backuppen prøvet?" });
  await editor.getByRole("button", { name: "Tilføj betingelse" }).click();
  await editor.getByLabel("Sammenligning").selectOption({ label: "er et af" });
  await editor.getByLabel("Delvist opfyldt", { exact: true }).check();
  await editor.getByLabel("Ikke opfyldt", { exact: true }).check();
  await add("Dato", 3, "Side 1");
  await texts("Hvornår blev den sidst prøvet?", "When was it last tried?");

  await page.getByRole("button", { name: "Tilføj side" }).click();
  await page.getByRole("heading", { name: "Side 2", exact: true }).waitFor();
  await texts("Personale", "Staff");
  await editor.getByRole("button", { name: "Gem" }).last().click();
  await page.getByText("Ændringerne er gemt.").first().waitFor();
  await add("Liste", 4, "Personale");
  await texts("Er personalet undervist?", "Is staff trained?");
  await editor.getByLabel("Færdigt sæt svar").selectOption({ label: "Ja, delvist, nej" });
  await editor.getByRole("button", { name: "Brug sættet" }).click();
  await expect.poll(() => editor.getByLabel("Svar 1 på dansk").inputValue()).toBe("Ja");
  await weight("2");
  await add("Ja eller nej", 5, "Personale");
  await texts("Har alle ansatte tavshedspligt?", "Do all staff have a duty of confidentiality?");
  await editor.getByRole("button", { name: "Gem" }).last().click();
  await page.locator("#problems").getByText("Klar til at blive udgivet.").waitFor();
  return idIn(page);
}

/** The preview: the branch opens and closes, and the texts stand in both languages. */
async function tryOut(page: Page, id: string, names: Record<string, string>): Promise<void> {
  const [backup, why] = [names["Is the backup tried?"]!, names["Why is it not fully tried?"]!];
  await page.goto(paths.questionnairePreview(id));
  const branch = page.locator(`[data-name="${why}"]`);
  const answer = (value: string) => page.locator(`[data-name="${backup}"] input[value="${value}"]`).check({ force: true });
  await page.locator(`[data-name="${backup}"]`).waitFor();
  expect(await branch.count()).toBe(0);
  await answer("partly");
  await branch.waitFor();
  await answer("met");
  await branch.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "English" }).click();
  await page.getByText("Is the backup tried?").waitFor();
}

const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1)!;

async function exported(page: Page, id: string, format: "json" | "xlsx"): Promise<Buffer> {
  await page.goto(paths.questionnaireVersions(id));
  await page.getByLabel("Som", { exact: true }).selectOption(format);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Hent fil" }).click()]);
  return readFile(await download.path());
}

/** Imports a file as a new questionnaire; its id. */
async function importAgain(page: Page, file: FileGiven): Promise<string> {
  await page.goto(paths.questionnaireImport());
  await page.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Se, hvad der kommer" }).click();
  await page.getByText("2 sider, 5 spørgsmål, heraf 3 med vægte på i alt 6.").waitFor();
  await page.getByRole("button", { name: "Gem som kladde" }).click();
  await page.getByText("Spørgeskemaet er hentet ind som kladde.").first().waitFor();
  return idIn(page);
}

/** Opens a supervision with the questionnaire and sends its request; its id. */
async function openAndSend(page: Page, agreementId: string): Promise<string> {
  await page.goto(paths.supervisionNew(agreementId));
  await page.getByLabel(/^Eget spørgeskema ved koncept 6/).selectOption({ label: "Backup og personale, version 1 (5 spørgsmål)" });
  await page.getByRole("button", { name: "Åbn som kladde" }).click();
  await page.getByRole("heading", { name: "Skriv anmodningen" }).waitFor();
  await page.getByLabel("Modtagerens e-mailadresse").fill("anne@drift.example");
  await page.getByRole("button", { name: "Send anmodningen" }).click();
  await page.getByText("Anmodningen er sendt.").first().waitFor();
  return idIn(page);
}
