import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { assessAnswer } from "#app/supervision/assessment/assess-answer.server.ts";
import { returnQuestions } from "#app/supervision/assessment/return-questions.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { fillForm, fillQuestion, frozenOf, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude, openPackage, returnQuestion } from "#tests/support/case-work.ts";
import { requirementInput } from "#tests/support/factories.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { useStage } from "#tests/support/stage.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
requireTool("unzip", "unzip");

test("yearly status: answered, one question returned and corrected, in order, package", async () => {
  const agreement = {
    title: "HR-system", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["employees"], personCount: 213, approvedSubprocessors: ["Drift Nord ApS"],
    requirements: [requirementInput("Al kommunikation krypteres")],
  };
  const scene = await newSupervision(stage.ownerUrl(), { concept: 3, agreement });
  const { supervisionId } = scene;

  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.inbox());
  await anne.getByText("1 anmodning venter på jer.").waitFor();
  await anne.getByRole("link", { name: "HR-system" }).click();
  await anne.getByRole("link", { name: "Begynd" }).click();
  await fillForm(anne, scene, { covers_subprocessors: { value: "partly", comment: "Drift Nord ApS er ikke med endnu." } });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker);
  await beginAssessment(mette, supervisionId);
  await mette.getByText("Det fremgår ikke, at status dækker behandlingen hos underdatabehandlere.").waitFor();
  await returnQuestion(mette, supervisionId, "covers_subprocessors", "Tag Drift Nord ApS med i status.");
  await mette.getByText("1 spørgsmål venter på et nyt svar. Resten er låst.").waitFor();

  await anne.goto(paths.inbox());
  await anne.getByText("1 spørgsmål er sendt retur").first().waitFor();
  await anne.goto(paths.answer(supervisionId));
  await anne.getByText("Tag Drift Nord ApS med i status.").first().waitFor();
  const frozen = await frozenOf(scene);
  const returned = frozen.survey.pages[0]?.elements.find(({ name }) => name === "covers_subprocessors");
  await anne.getByRole("button", { name: "Næste side" }).waitFor();
  const locked = anne.locator('[data-name="covers_processing"]');
  await locked.locator("input[value=no]").click({ force: true });
  expect(await locked.locator("input[value=yes]").isChecked(), "other answers are locked").toBe(true);
  if (returned) await fillQuestion(anne, returned, { value: "yes", comment: null });
  await anne.getByText(/^Gemt kl\. /).waitFor();
  await anne.goto(paths.sign(supervisionId));
  await sign(anne);
  await anne.getByText("2 af 2.").waitFor();

  await beginAssessment(mette, supervisionId);
  const karen = await stage.enter(scene.dpo);
  await conclude(karen, supervisionId, "I orden", { message: "Tak for en klar status." });
  await openPackage(karen, supervisionId, (folder) => expect(readFileSync(join(folder, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-"));

  await anne.goto(paths.conclusion(supervisionId));
  await anne.getByText("Tak for en klar status.").waitFor();
});

test("the DPO is told whose assessment no longer stands, and led to the assessment where it has not begun", async () => {
  const scene = await newSupervision(stage.ownerUrl(), { concept: 3, agreement: { title: "Lønsystem" } });
  const { supervisionId, caseworker } = scene;
  const start = () => withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
  await handIn(scene);
  await start();
  await withTenant(caseworker, (tx) => assessAnswer(tx, caseworker, { supervisionId, question: "agreement_met", level: "partly", naAccepted: null, reason: "Sletning er ikke dokumenteret", version: 0 }));
  await withTenant(caseworker, (tx) => returnQuestions(tx, caseworker, { supervisionId, questions: [{ question: "agreement_met", reason: "Uddyb" }], dueOn: "2026-12-10" }));
  await handIn(scene, { agreement_met: { value: "yes", comment: "Nu dokumenteret" } });

  const karen = await stage.enter(scene.dpo);
  await karen.goto(paths.conclude(supervisionId));
  await karen.getByText("Svaret er indsendt, men vurderingen er ikke begyndt.").waitFor();
  await karen.getByRole("link", { name: "Gå til vurderingen, og begynd den" }).click();
  await karen.waitForURL(`**${paths.assessment(supervisionId)}`);

  await start();
  await karen.goto(paths.conclude(supervisionId));
  await karen.getByText("Vurderingen af 1 svar gælder ikke længere").waitFor();
  await karen.getByText(/^0 af \d+ svar er vurderet af en person/).waitFor();
  const listed = karen.getByRole("listitem").filter({ hasText: `vurderet delvist opfyldt af ${caseworker.personName}` });
  await listed.getByRole("link").click();
  await karen.waitForURL(`**${paths.assessment(supervisionId)}#answer-agreement_met`);
  await karen.locator("#answer-agreement_met").getByText("Svaret er ændret siden; vurdér igen.").waitFor();
});
