import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { writeWorkbook } from "#app/spreadsheet/write-workbook.server.ts";
import { newCvr, newScope } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage();
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test("a spreadsheet is brought in and undone again, and one that cannot be read is said to be so", async () => {
  const scope = await newScope(stage.ownerUrl());
  const page = await stage.enter(scope, { expected: [/status of 422/] });
  await page.goto(paths.imports());
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel("Regneark", { exact: true }).setInputFiles({ name, mimeType: XLSX, buffer });
    await page.getByRole("button", { name: "Vis rækkerne" }).click();
  };
  await upload("kun-linjeskift.csv", Buffer.concat([Buffer.alloc(1024 * 1024, "\n"), Buffer.from("a")]));
  await page.getByText("Filen har mere end 10.000 rækker. Del den i flere.").first().waitFor();

  const head = ["Databehandler", "CVR-nummer", "Navn på aftalen", "Formål", "Typer af oplysninger", "Antal personer", "Overførsel uden for EU/EØS"];
  const rows = ["Lønsystem", "Vagtplan"].map((title) => ["Drift A/S", newCvr(), title, "Drift", "Almindelige personoplysninger; CPR-numre", 100, "Nej"]);
  await upload("aftaler.xlsx", await writeWorkbook([{ name: "Aftaler", rows: [head, ...rows] }]));
  await page.getByRole("button", { name: "Gennemgå rækkerne" }).click();
  await page.getByText("Indlæs 2 rækker", { exact: true }).click();
  await page.getByRole("button", { name: "Indlæs", exact: true }).click();
  await page.getByText("2 rækker blev registreret").waitFor({ timeout: 30_000 });
  expect(await page.getByRole("link", { name: "Vagtplan" }).count()).toBe(1);

  await page.getByText("Fortryd indlæsningen", { exact: true }).click();
  await page.getByRole("button", { name: "Fortryd", exact: true }).click();
  await page.getByText("Fjernet: 2 aftaler og 2 databehandlere.").waitFor({ timeout: 30_000 });
  expect(await page.getByText("Fjernet igen").count()).toBe(2);
  expect(await page.getByRole("link", { name: "Vagtplan" }).count()).toBe(0);
});
