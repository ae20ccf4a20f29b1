import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { givePassword } from "#tests/support/sign-in-scene.ts";
import { useStage } from "#tests/support/stage.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scope } from "#app/tenancy/scope.ts";

const stage = useStage();
const password = "kanel fløjte bogreol";
const MOST_TABS = 150;

const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** Presses Tab until the place has the focus and stands in sight. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await hasFocus(place)) return expectInSight(place);
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(place)} is not reached with Tab`);
}

/** The focused place stands in the window, and nothing lies over its middle. */
async function expectInSight(place: Locator): Promise<void> {
  const over = await place.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    const label = element.closest("label") ?? element.parentElement;
    return at === null || at === element || element.contains(at) || label?.contains(at) || at.contains(element) ? "" : at.outerHTML.slice(0, 120);
  });
  expect(over, `what lies over ${String(place)}`).toBe("");
}

async function press(page: Page, role: "link" | "button", name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole("main").getByRole(role, { name }).first());
  await page.keyboard.press("Enter");
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes into the group of the choice with Tab and to the choice with the arrows. */
async function choose(page: Page, choice: Locator): Promise<void> {
  await choice.waitFor({ state: "attached" });
  const inGroup = () => choice.evaluate((element: HTMLInputElement) => document.activeElement instanceof HTMLInputElement && document.activeElement.name === element.name);
  for (let presses = 0; presses < MOST_TABS && !(await inGroup()); presses += 1) await page.keyboard.press("Tab");
  if (!(await hasFocus(choice))) for (let presses = 0; presses < 8 && !(await hasFocus(choice)); presses += 1) await page.keyboard.press("ArrowDown");
  if (!(await choice.isChecked())) await page.keyboard.press("Space");
  expect(await choice.isChecked()).toBe(true);
}

async function signIn(person: Scope): Promise<Page> {
  const email = await givePassword(stage.ownerUrl(), person.personId, password);
  const page = await stage.newPage();
  await page.goto("/sign-in");
  await write(page, page.getByLabel("E-mail"), email);
  await write(page, page.getByLabel("Adgangskode"), password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

test("the processor signs in, answers, signs and gets its receipt without a mouse", async () => {
  const scene = await newSupervision(stage.ownerUrl(), { concept: 2, agreement: { title: "Betaling", dataCategories: ["ordinary", "other-confidential"] } });
  const page = await signIn(scene.signatory);
  await page.getByRole("heading", { name: "Indbakke", level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await tabTo(page, page.getByRole("link", { name: "Gå til indholdet" }));
  await page.keyboard.press("Enter");
  await press(page, "link", "Betaling");
  await press(page, "link", "Begynd");
  await page.getByText(/^Svarene bliver gemt/).waitFor();
  await choose(page, page.locator('[data-name="confirmation"] input[value="confirmed"]'));
  await write(page, page.getByLabel(/Hvilken udgave af aftalen/), "Version 2");
  await press(page, "button", "Næste side");
  await write(page, page.getByLabel("Navn", { exact: true }), "Anne Drift");
  await write(page, page.getByLabel(/Titel eller stilling/), "Direktør");
  await press(page, "button", "Afslut og gå videre til underskrift");
  await page.getByRole("heading", { name: "Gennemse og skriv under" }).waitFor();
  await tabTo(page, page.getByLabel("Jeg har læst svarene og afgiver erklæringen"));
  await page.keyboard.press("Space");
  await press(page, "button", "Skriv under og send ind");
  await page.getByRole("heading", { name: "Kvittering", level: 1 }).waitFor();
});

test("the controller assesses and concludes without a mouse", async () => {
  const scene = await newSupervision(stage.ownerUrl(), { concept: 3 });
  await handIn(scene, { covers_processing: { value: "partly", comment: "Ikke driften i Norge." } });
  const { supervisionId } = scene;

  const mette = await signIn(scene.caseworker);
  await mette.goto(paths.supervision(supervisionId));
  await press(mette, "link", "Vurdér svaret");
  await press(mette, "button", "Begynd vurderingen");
  await mette.getByText("Vurderingen er begyndt.").waitFor();
  const answer = mette.locator("#answer-covers_processing");
  await tabTo(mette, answer.locator("summary").filter({ hasText: "Vurdér" }));
  await mette.keyboard.press("Enter");
  await tabTo(mette, answer.getByLabel("Jeres vurdering"));
  await mette.keyboard.press("ArrowUp");
  await write(mette, answer.getByLabel("Begrundelse"), "Vi bruger ikke driften i Norge.");
  await tabTo(mette, answer.getByRole("button", { name: "Gem vurdering" }));
  await mette.keyboard.press("Enter");
  await mette.getByText("Vurderingen er gemt.").waitFor();

  const karen = await signIn(scene.dpo);
  await karen.goto(paths.conclude(supervisionId));
  await choose(karen, karen.getByRole("group", { name: "Konklusion" }).getByRole("radio", { name: "I orden med bemærkninger" }));
  await write(karen, karen.getByRole("textbox", { name: "Begrundelse" }), "Vi følger op på Norge næste år.");
  await tabTo(karen, karen.getByLabel("Konklusionen kan ikke ændres"));
  await karen.keyboard.press("Space");
  await press(karen, "button", "Konkludér tilsynet");
  await karen.getByText("Tilsynet er konkluderet.").waitFor();
});
