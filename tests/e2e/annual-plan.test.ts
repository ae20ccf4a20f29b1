import { expect, test } from "vitest";
import { agreements } from "#app/agreement/agreements.server.ts";
import { chooseConcept } from "#app/agreement/choose-concept.server.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { newScope, newScoredAgreement } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage();

test("a supervision is dragged to another month, moved back by keyboard with a reason, and read in a calendar by its private link", async () => {
  const year = Number(copenhagenDate(now()).slice(0, 4)) + 1;
  const own = await newScope(stage.ownerUrl(), ["caseworker"]);
  const id = await newScoredAgreement(own, { title: "Journalsystem", dataCategories: ["ordinary", "health", "cpr"], personCount: 8500 });
  await withTenant(own, async (tx) => {
    const row = await agreements(tx, own).find(id);
    await chooseConcept(tx, own, id, { scoreId: String(row?.scoreId), concept: 5, reason: "", trustworthy: false, nextDueOn: `${year}-06-15` }, now());
  });
  const page = await stage.enter(own);
  await page.goto(`/plan?year=${year}`, { waitUntil: "networkidle" });
  const month = (number: string) => page.locator(`#m-${year}-${number}`);
  await month("06").locator("li[draggable]").dragTo(month("03"));
  await page.getByText(`Journalsystem er flyttet fra 15. jun. ${year} til 15. mar. ${year}.`).waitFor();
  expect(await month("03").locator("li").count()).toBe(1);
  await page.getByRole("button", { name: "Fortryd" }).click();
  await page.getByText("Flytningen er fortrudt.").waitFor();
  expect(await month("06").locator("li").count()).toBe(1);

  const summary = month("06").getByLabel("Flyt Journalsystem");
  await summary.focus();
  await page.keyboard.press("Enter");
  await month("06").getByLabel("Til måned").selectOption(`${year}-09`);
  await month("06").getByRole("button", { name: "Flyt" }).press("Enter");
  await page.getByText("Intervallet er 12 måneder").waitFor();
  await page.getByRole("textbox", { name: "Hvorfor skal det flyttes alligevel?" }).fill("Revisor kan først i september");
  await page.getByRole("button", { name: "Flyt alligevel" }).click();
  await month("09").getByText("Journalsystem").waitFor();

  await page.goto("/plan/calendar", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Opret et link" }).click();
  const link = new URL((await page.locator("code").textContent()) ?? "");
  const fetched = () => fetch(new URL(link.pathname, stage.portal().url));
  const calendar = await fetched();
  expect([calendar.status, calendar.headers.get("content-type"), calendar.headers.get("cache-control")]).toEqual([200, "text/calendar; charset=utf-8", "no-store"]);
  expect(await calendar.text()).toContain(`DTSTART;VALUE=DATE:${year}0915`);
  await page.getByText("Spær linket").first().click();
  await page.getByRole("button", { name: "Spær linket" }).click();
  await page.getByText("Linket er spærret.").waitFor();
  expect((await fetched()).status).toBe(404);
});
