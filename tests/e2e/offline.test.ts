import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { COLUMN } from "#app/questionnaire/offline/offline-layout.ts";
import { cellName } from "#app/spreadsheet/cell.ts";
import { frozenOf } from "#tests/support/answer-form.ts";
import { requirementInput } from "#tests/support/factories.ts";
import { fillWorkbook, rowOf, sheetsOf } from "#tests/support/fill-workbook.ts";
import { filled } from "#tests/support/sample-answers.ts";
import { useStage } from "#tests/support/stage.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();

test("the questions are fetched as a workbook, filled in, uploaded with one mistake that is named by its cell, corrected, and stand as answers", async () => {
  const agreement = { title: "HR-system", dataCategories: ["ordinary", "health"], personCategories: ["employees"], personCount: 1600, requirements: [requirementInput("Testdata slettes efter 30 dage")] };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 3, agreement });
  const frozen = await frozenOf(scene);
  const anne = await stage.enter(scene.signatory, { expected: [/status of 422/] });
  await anne.goto(paths.inboxRequest(scene.supervisionId));
  await anne.getByRole("link", { name: "Svar i regneark" }).click();
  await anne.getByRole("heading", { level: 1, name: "Svar i regneark" }).waitFor();
  const [download] = await Promise.all([anne.waitForEvent("download"), anne.getByRole("link", { name: "Hent regnearket (XLSX)" }).click()]);
  const bytes = await readFile(await download.path());

  const answers = filled(frozen, { product_changes: { value: "yes", comment: "Nyt modul til vagtplaner." } });
  const row = rowOf(await sheetsOf(bytes), "status_from");
  const upload = async (buffer: Buffer) => {
    await anne.getByLabel("Regneark", { exact: true }).setInputFiles({ name: "svar.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });
    await anne.getByRole("button", { name: "Læs regnearket" }).click();
  };
  await upload(await fillWorkbook(bytes, frozen, answers, [{ corner: "ID", row, column: COLUMN.answer, value: "31.2.2026" }]));
  await anne.getByText("Intet er gemt endnu").waitFor();
  const mistake = anne.getByRole("row", { name: new RegExp(`Svar, celle ${cellName(row, COLUMN.answer)}`) });
  expect(await mistake.innerText()).toMatch(/31\.2\.2026[\s\S]*Skriv en dato/);

  await upload(await fillWorkbook(bytes, frozen, answers));
  await anne.getByText(`Regnearket er læst ind. ${Object.keys(answers).length} svar er gemt.`).waitFor();
  await anne.goto(paths.sign(scene.supervisionId));
  await anne.getByText("Nyt modul til vagtplaner.").waitFor();
});
