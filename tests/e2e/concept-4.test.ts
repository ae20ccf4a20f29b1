import { test } from "vitest";
import { paths } from "#app/paths.ts";
import { fillForm, frozenOf, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude, openPackage } from "#tests/support/case-work.ts";
import { requirementInput } from "#tests/support/factories.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
requireTool("unzip", "unzip");

test("certification: a special requirement it does not cover is clarified before the supervision is in order", async () => {
  const agreement = {
    title: "Beacons i butikkerne", dataCategories: ["ordinary", "location"], personCategories: ["customers"], personCount: 15_103,
    requirements: [requirementInput("Testdata slettes efter 30 dage")],
  };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 4, agreement });
  const { supervisionId } = scene;
  const special = Object.keys((await frozenOf(scene)).scoring).find((name) => name.startsWith("special_")) ?? "";

  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.answer(supervisionId));
  const change = { [special]: { value: "met-otherwise", comment: "Et job sletter dem hver nat." } };
  await fillForm(anne, scene, change, { proof_evidence: await pdfFile("Europrivacy.pdf", "Europrivacy EP-17") });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker);
  await beginAssessment(mette, supervisionId);
  await mette.getByRole("link", { name: "Et særligt krav er ikke dækket" }).waitFor();
  await mette.getByLabel("Stil et spørgsmål om: Testdata slettes efter 30 dage").click();
  await mette.locator(`#ask-${special}`).fill("Send en kørselslog for jobbet.");
  await mette.getByRole("button", { name: "Send", exact: true }).locator("visible=true").click();
  await mette.getByText("Beskeden er sendt.").waitFor();

  const karen = await stage.enter(scene.dpo);
  await karen.goto(paths.conclude(supervisionId));
  await karen.getByText("mens et særligt krav ikke er afklaret").first().waitFor();

  await anne.goto(paths.inboxRequest(supervisionId));
  await anne.getByText("Send en kørselslog for jobbet.").waitFor();
  await anne.getByLabel(/^Svar på: Testdata slettes/).fill("Jobbet kørte uden fejl alle nætter i oktober.");
  await anne.getByRole("button", { name: "Svar", exact: true }).click();
  await anne.getByText("Jobbet kørte uden fejl alle nætter i oktober.").waitFor();
  await stage.portal().mail.waitFor(scene.caseworker.personId + "@example.dk", /./);

  await mette.goto(paths.assessment(supervisionId));
  await mette.getByText("Jobbet kørte uden fejl alle nætter i oktober.").waitFor();
  await mette.getByRole("button", { name: /^Luk som afklaret/ }).click();
  await mette.getByText("Spørgsmålet er lukket som afklaret.").waitFor();
  await mette.getByRole("link", { name: "Et særligt krav er ikke dækket" }).click();
  await mette.locator("summary", { hasText: "Luk: ikke en mangel" }).click();
  await mette.getByLabel("Begrundelse").locator("visible=true").fill("Kravet er opfyldt på anden måde og dokumenteret.");
  await mette.getByRole("button", { name: "Luk: ikke en mangel" }).click();
  await mette.getByText("Manglen er opdateret.").waitFor();

  await conclude(karen, supervisionId, "I orden", { message: "Send loggen med næste gang." });
  await openPackage(karen, supervisionId, () => undefined);
});
