import type { Locator, Page } from "playwright-core";
import type { Answer, FrozenQuestionnaire, SurveyElement } from "#app/questionnaire/types.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import { findAnswering } from "#app/supervision/answering.server.ts";
import { readFrozen } from "#app/supervision/frozen-questionnaires.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { filled } from "./sample-answers.ts";
import type { Scene } from "./supervision-scene.ts";

export type FileGiven = { name: string; mimeType: string; buffer: Buffer };

/** The questionnaire of a scene as it was frozen. */
export function frozenOf({ signatory, supervisionId }: Scene): Promise<FrozenQuestionnaire> {
  return withTenant(signatory, async (tx) => {
    const asked = await findAnswering(tx, signatory, supervisionId);
    if (!asked) throw new Error("No such request");
    return readFrozen(tx, supervisionId, asked.hash);
  }, { readOnly: true });
}

/**
 * Fills in the form that saves by itself, page by page, with the concept's clean answers and those changed, and puts a file at each place named.
 * Begins on the answer page and ends at the page where one signs.
 */
export async function fillForm(page: Page, scene: Scene, change: Record<string, unknown> = {}, files: Readonly<Record<string, FileGiven>> = {}): Promise<void> {
  const frozen = await frozenOf(scene);
  const answers = filled(frozen, change);
  const pages = listVisible(frozen, answers);
  for (const [place, { elements }] of pages.entries()) {
    for (const element of elements) await fillQuestion(page, element, answers[element.name], files[element.name]);
    await page.getByRole("button", { name: place < pages.length - 1 ? "Næste side" : "Afslut og gå videre til underskrift" }).click();
  }
  await page.getByRole("heading", { name: "Gennemse og skriv under" }).waitFor();
}

/** Fills in one question of the SurveyJS form. */
export async function fillQuestion(page: Page, element: SurveyElement, answer: Answer | undefined, file?: FileGiven): Promise<void> {
  const question = page.locator(`[data-name="${element.name}"]`);
  if (element.type === "file") {
    if (!file) return;
    await question.locator("input[type=file]").setInputFiles(file);
    return question.getByRole("link", { name: file.name }).waitFor();
  }
  if (!answer) return;
  await fillValue(question, element, answer.value);
  if (answer.comment) await question.locator("textarea").last().fill(answer.comment);
}

async function fillValue(question: Locator, { type, labelTrue, labelFalse }: SurveyElement, value: unknown): Promise<void> {
  switch (type) {
    case "radiogroup":
      return question.locator(`input[type=radio][value="${String(value)}"]`).check({ force: true });
    case "checkbox":
      for (const one of value as string[]) await question.locator(`input[type=checkbox][value="${one}"]`).check({ force: true });
      return;
    case "dropdown":
      await question.locator("select").selectOption(String(value));
      return;
    case "boolean":
      return question.getByText((value === true ? labelTrue?.da : labelFalse?.da) ?? (value === true ? "Ja" : "Nej"), { exact: true }).first().click();
    case "comment":
      return question.locator("textarea").first().fill(String(value));
    case "text":
      return question.locator("input").first().fill(String(value));
    default:
      throw new Error(`No way to fill in a ${type}`);
  }
}

/** Reads the declaration, ticks it and signs; ends at the receipt. */
export async function sign(page: Page): Promise<void> {
  await page.getByText("Alt er besvaret").first().waitFor();
  await page.getByLabel("Jeg har læst svarene og afgiver erklæringen").check();
  await page.getByRole("button", { name: "Skriv under og send ind" }).click();
  await page.getByRole("heading", { name: "Kvittering", level: 1 }).waitFor();
}
