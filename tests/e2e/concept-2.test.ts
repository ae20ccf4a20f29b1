import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { fillForm, fillQuestion, frozenOf, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude, openPackage, returnQuestion } from "#tests/support/case-work.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { useStage } from "#tests/support/stage.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
requireTool("unzip", "unzip");

test("written confirmation: reservations open a clarification and bar in order; confirmed anew, in order, package", async () => {
  const agreement = { title: "Betalingsløsning", dataCategories: ["ordinary", "other-confidential"], personCategories: ["customers"], personCount: 2987 };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 2, agreement });
  const { supervisionId } = scene;

  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.answer(supervisionId));
  await fillForm(anne, scene, { confirmation: "confirmed-with-reservations", reservations: "Sletning af gamle kortoplysninger er forsinket." });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker);
  await beginAssessment(mette, supervisionId);
  await mette.getByText("Bekræftelsen har forbehold").first().waitFor();
  await mette.getByText("Jeres bekræftelse har forbehold. Beskriv").waitFor();

  const karen = await stage.enter(scene.dpo);
  await karen.goto(paths.conclude(supervisionId));
  expect(await karen.getByRole("radio", { name: "I orden", exact: true }).isDisabled()).toBe(true);

  await anne.goto(paths.inboxRequest(supervisionId));
  await anne.getByLabel(/^Svar på: /).fill("Oplysningerne er nu slettet.");
  await anne.getByRole("button", { name: "Svar", exact: true }).click();
  await anne.getByText("Oplysningerne er nu slettet.").waitFor();
  await mette.goto(paths.assessment(supervisionId));
  await mette.getByRole("button", { name: /^Luk som afklaret/ }).click();
  await mette.getByText("Spørgsmålet er lukket som afklaret.").waitFor();
  await returnQuestion(mette, supervisionId, "confirmation", "Bekræft uden forbehold, nu da oplysningerne er slettet.");

  await anne.goto(paths.answer(supervisionId));
  await anne.getByText("Bekræft uden forbehold, nu da oplysningerne er slettet.").first().waitFor();
  const question = (await frozenOf(scene)).survey.pages[0]?.elements.find(({ name }) => name === "confirmation");
  if (question) await fillQuestion(anne, question, { value: "confirmed", comment: null });
  await anne.getByText(/^Gemt kl\. /).waitFor();
  await anne.goto(paths.sign(supervisionId));
  await sign(anne);

  await beginAssessment(mette, supervisionId);
  await mette.getByText("Reglerne har ikke rejst mangler.").or(mette.getByText("Lukket, ingen mangel")).first().waitFor();
  await conclude(karen, supervisionId, "I orden", { message: "Tak for bekræftelsen." });
  await openPackage(karen, supervisionId, () => undefined);
  await anne.goto(paths.conclusion(supervisionId));
  await anne.getByText("Tak for bekræftelsen.").waitFor();
});
