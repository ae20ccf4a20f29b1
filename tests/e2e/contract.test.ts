import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { newAgreement, newScope } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage();

test("a contract's limits are filled in, the strictest is named, and what changed becomes a version with the signed paper", async () => {
  const mette = await newScope(stage.ownerUrl(), ["caseworker"]);
  const id = await newAgreement(mette, { title: "Sagssystem", clauseSet: "municipal" });
  const page = await stage.enter(mette);

  await page.goto(paths.agreementLimits(id));
  await page.getByRole("button", { name: /frister fra: Absalons tjekliste/ }).click();
  await page.getByText("4 frister er udfyldt.").waitFor();
  await page.getByText("24 timer fra bruddet opdages", { exact: true }).waitFor();
  expect(await page.getByText("Strengest, gælder").count()).toBeGreaterThan(0);

  await page.goto(paths.agreementSubprocessors(id));
  await page.getByRole("link", { name: "Tilføj underdatabehandler" }).click();
  await page.getByLabel("Navn", { exact: true }).fill("Sky Inc.");
  await page.getByLabel(/^Land/).selectOption("US");
  await page.getByRole("button", { name: "Tilføj", exact: true }).click();
  await page.getByText("Overførselsgrundlag mangler", { exact: true }).waitFor();

  await page.goto(paths.agreementVersions(id));
  await page.getByRole("heading", { name: "Ændret siden udgave 1" }).waitFor();
  await page.getByLabel("Hvad er ændret?").fill("Kortere frist ved brud.");
  await page.getByRole("button", { name: "Registrér udgave 2" }).click();
  await page.getByRole("heading", { name: /^Udgave 2/ }).waitFor();
  const paper = Buffer.from(`%PDF-1.4\n% ${"underskrevet ".repeat(200)}\n%%EOF\n`);
  const newest = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Udgave 2/ }) });
  await newest.locator("input[type=file]").setInputFiles({ name: "aftale.pdf", mimeType: "application/pdf", buffer: paper });
  await newest.getByRole("button", { name: "Læg ind" }).click();
  await page.getByText("Den underskrevne aftale er lagt ind.").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), newest.getByRole("link", { name: /aftale\.pdf/ }).click()]);
  expect(readFileSync(await download.path()).equals(paper)).toBe(true);
});
