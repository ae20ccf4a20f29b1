import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { newAgreement, newScope } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";
import { takenOver } from "#tests/support/taken-over.ts";

const stage = useStage();

test("an agreement is checked by keyboard; what it misses becomes a finding, which the next check closes", async () => {
  const who = await newScope(stage.ownerUrl(), ["caseworker"]);
  const agreementId = await newAgreement(who, { title: "Lønsystem", approvalKind: "specific" });
  const page = await stage.enter(who, { expected: [/status of 422/] });
  const item = (id: string) => page.getByRole("listitem").filter({ has: page.getByText(id, { exact: true }) });
  const begin = async () => {
    await page.goto(paths.agreement(agreementId));
    await page.getByRole("link", { name: /^(Tjek aftalen|Se alle tjek)$/ }).click();
    await page.getByRole("button", { name: "Begynd tjek" }).click();
    await page.getByRole("heading", { name: "De otte krav i vejledningen" }).waitFor();
    await takenOver(page);
  };
  /** Once an item is saved, focus goes on to the next that is not decided: a key pressed before would go where focus is about to leave. */
  const focusOn = (id: string) => expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe(`item-${id}`);
  const complete = async () => {
    await page.getByRole("button", { name: "Afslut tjek" }).click();
    await page.getByText("Tjekket er afsluttet.", { exact: true }).first().waitFor();
  };
  const meet = async (id: string, next?: string) => {
    await item(id).locator("[aria-keyshortcuts=m]").focus();
    await page.keyboard.press("m");
    await item(id).getByText(`Ret ${id}`).waitFor();
    if (next) await focusOn(next);
  };
  const meetAll = async (ids: readonly string[]) => {
    for (const [place, id] of ids.entries()) await meet(id, ids[place + 1]);
  };

  await begin();
  await item("G3").getByRole("button", { name: "Brug forslaget G3" }).click();
  await item("G3").getByRole("paragraph").filter({ hasText: "Aftalen kræver specifik godkendelse af underdatabehandlere." }).waitFor();
  await focusOn("G4");
  await meet("G1", "G2");
  await page.keyboard.press("n");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await item("G2").getByRole("button", { name: "Gem G2" }).click();
  await item("G2").getByText("Skriv en begrundelse").waitFor();
  await item("G2").getByLabel("Begrundelse G2").fill("Aftalen nævner ingen foranstaltninger");
  await item("G2").getByRole("button", { name: "Gem G2" }).click();
  await item("G2").getByText("Ret G2").waitFor();
  await focusOn("G4");
  await meetAll(["G4", "G5", "G6", "G7", "G8", "X-A", "X-G"]);
  await complete();
  await page.getByRole("link", { name: "Se manglen" }).click();
  await page.getByRole("heading", { name: "Aftalen mangler et krav" }).waitFor();
  await page.getByText("Begrundelse: Aftalen nævner ingen foranstaltninger").waitFor();

  await begin();
  await meetAll(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "X-A", "X-G"]);
  await complete();
  await page.getByText("Aftalen mangler intet.", { exact: false }).first().waitFor();
  await page.goto(paths.findings());
  expect(await page.getByText("Aftalen mangler et krav").count()).toBe(0);
  await page.goto(paths.agreementChecks(agreementId));
  await page.getByRole("link", { name: "Sammenlign med tjekket før" }).click();
  await page.getByText("2 krav er afgjort anderledes").waitFor();
});
