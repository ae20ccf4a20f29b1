import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { fillForm, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude, openPackage } from "#tests/support/case-work.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
requireTool("unzip", "unzip");

test("own supervision: an answer without its evidence counts half, is judged anew with a reason, and lives on as a measure", async () => {
  const agreement = { title: "Byggesager", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["citizens"], personCount: 31_016 };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 6, agreement });
  const { supervisionId } = scene;

  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.answer(supervisionId));
  await fillForm(anne, scene, { logging: { value: "partly", comment: "Loggen gemmes i tre måneder." } }, {
    access_review_evidence: await pdfFile("adgange.pdf", "Gennemgang af adgange"), own_subprocessor_supervision_evidence: await pdfFile("tilsyn.pdf", "Tilsyn med underdatabehandlere"),
  });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker, { expected: [/status of 422/] });
  await beginAssessment(mette, supervisionId);
  await mette.getByRole("link", { name: "Kravet er ikke dokumenteret" }).waitFor();
  await mette.getByRole("link", { name: "Kravet er kun delvist opfyldt" }).waitFor();
  const judge = mette.locator("#answer-backup");
  await judge.getByText("Vurdér", { exact: true }).click();
  await judge.getByLabel("Jeres vurdering").selectOption({ label: "Opfyldt" });
  await judge.getByRole("button", { name: "Gem vurdering" }).click();
  await mette.getByText("Skriv en begrundelse, når I vurderer anderledes end oplyst.").waitFor();
  await mette.locator("#reason-backup").fill("Vi så en genskabelse på besøget den 12. november.");
  await mette.locator("#answer-backup").getByRole("button", { name: "Gem vurdering" }).click();
  await mette.getByText("Vurderingen er gemt.").waitFor();

  await mette.getByRole("link", { name: "Kravet er kun delvist opfyldt" }).click();
  await mette.locator("summary", { hasText: "Aftal foranstaltning" }).click();
  await mette.getByLabel("Foranstaltning").fill("Loggen gemmes i seks måneder.");
  await mette.getByLabel("Ansvarlig").fill("Camilla Toft");
  await mette.getByRole("button", { name: "Aftal foranstaltning" }).click();
  await mette.getByText("Manglen er opdateret.").waitFor();

  const karen = await stage.enter(scene.dpo);
  await conclude(karen, supervisionId, "I orden med bemærkninger", { message: "Loggen skal gemmes i seks måneder." });
  await openPackage(karen, supervisionId, (folder) => {
    expect(readFileSync(join(folder, "manifest-sha256.txt"), "utf8")).toMatch(/evidence\/\d+-adgange\.pdf/);
  });
});
