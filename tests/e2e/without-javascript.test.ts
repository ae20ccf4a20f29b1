import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import type { Answer, SurveyElement } from "#app/questionnaire/types.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { frozenOf } from "#tests/support/answer-form.ts";
import { newScope, newTenant } from "#tests/support/factories.ts";
import { filled } from "#tests/support/sample-answers.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
const plain = { javaScriptEnabled: false };
let caseworker: Scope;

beforeAll(async () => {
  const tenant = await newTenant(stage.ownerUrl(), { name: "Styrelsen" });
  caseworker = await newScope(stage.ownerUrl(), ["caseworker"], { tenant });
});

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).last().click();

test("the controller registers, scores, chooses and sends", async () => {
  const page = await stage.enter(caseworker, { ...plain, expected: [/status of 422/] });
  await page.goto("/processors/new");
  await page.getByLabel("Navn", { exact: true }).fill("Kursusportalen ApS");
  await page.getByLabel("E-mail").fill("lone@kursus.example");
  await press(page, "Registrér");
  await page.getByText("Databehandleren er registreret.").waitFor();

  await page.goto("/agreements/new");
  await page.getByLabel("Databehandler", { exact: true }).selectOption({ label: "Kursusportalen ApS" });
  await page.getByLabel("Navn på aftalen").fill("Kurser");
  await press(page, "Tilføj krav");
  await page.getByLabel("Kravet på dansk").fill("Kursusbeviser slettes efter fem år");
  await press(page, "Gem og giv point");
  await page.getByText("Skriv, hvad oplysningerne behandles til").first().waitFor();
  expect(await page.getByLabel("Kravet på dansk").inputValue(), "what was typed is kept").toBe("Kursusbeviser slettes efter fem år");
  await page.getByLabel("Formål").fill("Tilmelding til kurser");
  await page.getByLabel("Almindelige personoplysninger").check();
  await page.getByLabel("Antal personer").fill("10.000");
  await page.getByLabel("På ét tidspunkt").check();
  await page.getByRole("group", { name: "Overføres oplysninger" }).getByLabel("Nej").check();
  await press(page, "Gem og giv point");

  for (const question of [/fortrolige oplysninger/, /tæt på folks privatliv/]) await page.getByRole("group", { name: question }).getByLabel("Nej", { exact: true }).check();
  await press(page, "Gem pointene");
  await page.getByText("Aftalen har fået 2 point.").waitFor();
  await page.getByRole("radio", { name: /^2/ }).check();
  await press(page, /^Vælg koncept/);
  await page.getByText("Koncept 2 gælder nu for aftalen.").waitFor();

  await page.getByRole("link", { name: "Start tilsyn" }).first().click();
  await press(page, "Åbn som kladde");
  await page.getByText("Kursusbeviser slettes efter fem år").first().waitFor();
  await press(page, "Send anmodningen");
  await page.getByText("Anmodningen er sendt.").waitFor();
});

/** Fills in a question of the plain form. */
async function fillPlain(page: Page, { name, type }: SurveyElement, { value, comment }: Answer): Promise<void> {
  const question = page.locator(`#question-${name}`);
  if (type === "radiogroup") await question.locator(`input[value="${String(value)}"]`).check();
  else if (type === "dropdown") await question.locator("select").selectOption(String(value));
  else await question.locator(`[name="q.${name}"]`).fill(String(value));
  if (comment) await question.locator(`[name="c.${name}"]`).fill(comment);
}

test("the processor answers page by page, hands in a file and signs; the controller assesses and concludes", async () => {
  const agreement = { title: "Beacons", dataCategories: ["ordinary", "location"], personCount: 15_103 };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 4, agreement });
  const { supervisionId } = scene;
  const frozen = await frozenOf(scene);
  const answers = filled(frozen, { covers_requirements: { value: "partly", comment: "Ikke kravet om beredskab." } });

  const anne = await stage.enter(scene.signatory, { ...plain, expected: [/status of 422/] });
  await anne.goto(paths.inbox());
  await anne.getByRole("link", { name: "Beacons" }).click();
  await anne.getByRole("link", { name: "Begynd" }).click();
  const file = await pdfFile("Bevis.pdf", "Europrivacy");
  for (const { elements } of listVisible(frozen, answers)) {
    for (const element of elements) {
      const answer = answers[element.name];
      if (answer) await fillPlain(anne, element, answer);
    }
    await press(anne, "Gem svar");
    await anne.getByText("Svarene er gemt.").waitFor();
  }
  await press(anne, "Afslut og gå videre til underskrift");
  await anne.getByText("1 ting mangler, før der kan skrives under").waitFor();
  await anne.getByRole("link", { name: "Certifikatet eller beviset for tilslutning" }).click();
  const place = anne.locator("#question-proof_evidence");
  await place.locator("input[type=file]").setInputFiles(file);
  await place.getByRole("button", { name: "Læg filen op" }).click();
  await anne.getByText("Filen er lagt op.").waitFor();
  await anne.getByRole("link", { name: "Hent Bevis.pdf" }).waitFor();
  await anne.goto(paths.sign(supervisionId));
  await press(anne, "Skriv under og send ind");
  await anne.getByText("Sæt kryds ved erklæringen for at skrive under.").first().waitFor();
  await anne.getByLabel("Jeg har læst svarene og afgiver erklæringen").check();
  await press(anne, "Skriv under og send ind");
  await anne.getByRole("heading", { name: "Kvittering", level: 1 }).waitFor();

  const mette = await stage.enter(scene.caseworker, plain);
  await mette.goto(paths.assessment(supervisionId));
  await press(mette, "Begynd vurderingen");
  await mette.getByText("Vurderingen er begyndt.").waitFor();
  const answer = mette.locator("#answer-covers_requirements");
  await answer.locator("summary").filter({ hasText: "Vurdér" }).click();
  await answer.getByLabel("Jeres vurdering").selectOption({ label: "Opfyldt" });
  await answer.getByLabel("Begrundelse").fill("Beredskab er dækket af vores egen aftale.");
  await answer.getByRole("button", { name: "Gem vurdering" }).click();
  await mette.getByText("Vurderingen er gemt.").waitFor();

  const karen = await stage.enter(scene.dpo, plain);
  await karen.goto(paths.conclude(supervisionId));
  await karen.getByRole("group", { name: "Konklusion" }).getByRole("radio", { name: "I orden med bemærkninger" }).check();
  await karen.getByRole("textbox", { name: "Begrundelse" }).fill("Beredskab ses efter ved næste tilsyn.");
  await karen.getByLabel("Konklusionen kan ikke ændres").check();
  await press(karen, "Konkludér tilsynet");
  await karen.getByText("Tilsynet er konkluderet.").waitFor();
});
