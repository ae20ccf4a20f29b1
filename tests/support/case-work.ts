import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { paths } from "#app/paths.ts";

/** Opens the assessment of what was handed in. */
export async function beginAssessment(page: Page, supervisionId: string): Promise<void> {
  await page.goto(paths.assessment(supervisionId));
  await page.getByRole("button", { name: "Begynd vurderingen" }).click();
  await page.getByText("Vurderingen er begyndt.").waitFor();
}

/** Returns one question with its reason; the rest stays locked. */
export async function returnQuestion(page: Page, supervisionId: string, question: string, reason: string): Promise<void> {
  await page.goto(paths.assessment(supervisionId));
  await page.getByText("Vælg spørgsmål", { exact: true }).click();
  await page.locator(`#pick-${question}`).check();
  await page.locator(`textarea[name="why-${question}"]`).fill(reason);
  await page.getByRole("button", { name: "Send retur" }).click();
  await page.getByText("Spørgsmålene er sendt retur.").waitFor();
}

/** Concludes with one of the three outcomes, as it is called on the page. */
export async function conclude(page: Page, supervisionId: string, outcome: string, words: { reason?: string; message?: string } = {}): Promise<void> {
  await page.goto(paths.conclude(supervisionId));
  await page.getByRole("group", { name: "Konklusion" }).getByRole("radio", { name: outcome, exact: true }).check();
  if (words.reason) await page.getByRole("textbox", { name: "Begrundelse" }).fill(words.reason);
  if (words.message) await page.getByRole("textbox", { name: "Besked til databehandleren" }).fill(words.message);
  await page.getByLabel("Konklusionen kan ikke ændres").check();
  await page.getByRole("button", { name: "Konkludér tilsynet" }).click();
  await page.getByText("Tilsynet er konkluderet.").waitFor();
}

/**
 * Orders the evidence package, waits until the worker has built it, downloads it, and judges it with the programs anybody has: `unzip -t` and
 * `sha256sum -c`. `look` is then given the unpacked folder.
 */
export async function openPackage(page: Page, supervisionId: string, look: (folder: string) => void): Promise<void> {
  await page.goto(paths.package(supervisionId));
  await page.getByRole("button", { name: "Dan bevispakke" }).click();
  await page.getByText("Bevispakken dannes.").waitFor();
  const link = page.getByRole("link", { name: "Hent bevispakken" });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const folder = mkdtempSync(join(tmpdir(), "tilsyn-package-"));
  try {
    const [zip, unpacked] = [join(folder, "pakke.zip"), join(folder, "pakke")];
    await download.saveAs(zip);
    expect(execFileSync("unzip", ["-t", zip]).toString()).toContain("No errors detected");
    execFileSync("unzip", ["-q", zip, "-d", unpacked]);
    const checked = execFileSync("sha256sum", ["--strict", "-c", "manifest-sha256.txt"], { cwd: unpacked }).toString().trim().split("\n");
    expect(checked.filter((line) => !line.endsWith(": OK"))).toEqual([]);
    const members = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
    expect(checked.length, "every file but the manifest is listed in it").toBe(members - 1);
    look(unpacked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
