import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { connected } from "#app/stack/roles.server.ts";
import { fillForm, sign } from "#tests/support/answer-form.ts";
import { beginAssessment, conclude, openPackage } from "#tests/support/case-work.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";
import { newSupervision } from "#tests/support/supervision-scene.ts";

const stage = useStage();
requireTool("unzip", "unzip");
requireTool("pdftotext", "poppler-utils");

const agreement = { title: "Lægehusets journalsystem", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["patients"], personCount: 1600 };

test("7 points on a statement with limited assurance: the portal refuses to call it in order, and says why", async () => {
  const scene = await newSupervision(stage.ownerUrl(), { concept: 5, agreement });
  const { supervisionId } = scene;
  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.answer(supervisionId));
  await fillForm(anne, scene, { assurance: "limited" }, { statement_evidence: await pdfFile("ISAE 3000 begrænset.pdf", "ISAE 3000, begrænset sikkerhed") });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker);
  await beginAssessment(mette, supervisionId);
  await mette.getByRole("link", { name: "Erklæringens sikkerhed er for lav" }).waitFor();
  await mette.getByText("Behandlingen giver 7 point. Fra 7 point skal en revisorerklæring give høj grad af sikkerhed; denne giver begrænset sikkerhed.").waitFor();
  const row = mette.getByRole("row", { name: /K5-6/ });
  expect(await row.innerText()).toMatch(/Nej/);

  const karen = await stage.enter(scene.dpo);
  await karen.goto(paths.conclude(supervisionId));
  await karen.getByText("Tilsynet kan ikke konkluderes som i orden på dette grundlag.").first().waitFor();
  const choice = karen.getByRole("group", { name: "Konklusion" });
  expect(await choice.getByRole("radio", { name: "I orden", exact: true }).isDisabled()).toBe(true);
  expect(await choice.getByRole("radio", { name: "Ikke i orden", exact: true }).isChecked(), "proposed").toBe(true);

  const forged = await karen.request.post(paths.conclude(supervisionId), { form: { intent: "conclude", outcome: "in-order", reason: "Vi stoler på dem.", message: "", sure: "yes" }, headers: { Origin: stage.portal().url } });
  expect(forged.status()).toBe(422);
  expect(await forged.text()).toContain("mens en mangel, der spærrer, er åben");
  const { rows } = await connected(stage.ownerUrl(), (client) => client.query("select state, (select count(*)::int from conclusion where supervision_id = s.id) as conclusions from supervision s where id = $1", [supervisionId]));
  expect(rows).toEqual([{ state: "assessing", conclusions: 0 }]);

  await conclude(karen, supervisionId, "Ikke i orden", { message: "Vi har brug for en erklæring med høj grad af sikkerhed." });
  await anne.goto(paths.conclusion(supervisionId));
  await anne.getByText("Vi har brug for en erklæring med høj grad af sikkerhed.").waitFor();
  await anne.getByText("Erklæringens sikkerhed er for lav").waitFor();
});

test("the same with high assurance: in order, and a package anybody can check", async () => {
  const scene = await newSupervision(stage.ownerUrl(), { concept: 5, agreement });
  const { supervisionId } = scene;
  const statement = await pdfFile("ISAE 3000 – høj sikkerhed.pdf", "ISAE 3000, høj grad af sikkerhed", 300_000);
  const anne = await stage.enter(scene.signatory);
  await anne.goto(paths.answer(supervisionId));
  await fillForm(anne, scene, {}, { statement_evidence: statement });
  await sign(anne);

  const mette = await stage.enter(scene.caseworker);
  await beginAssessment(mette, supervisionId);
  await mette.getByText("Reglerne har ikke rejst mangler.").waitFor();

  const karen = await stage.enter(scene.dpo);
  await conclude(karen, supervisionId, "I orden");
  await openPackage(karen, supervisionId, (folder) => {
    const [file = ""] = readdirSync(join(folder, "evidence"));
    expect(readFileSync(join(folder, "evidence", file)).equals(statement.buffer), "evidence byte for byte").toBe(true);
    const report = execFileSync("pdftotext", ["-layout", join(folder, "report.pdf"), "-"]).toString();
    expect(report).toContain("Lægehusets journalsystem");
    expect(report).toMatch(/I orden/);
  });
});
