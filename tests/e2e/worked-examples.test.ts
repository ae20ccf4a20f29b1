import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Scope } from "#app/tenancy/scope.ts";
import { newScope, newTenant } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage();
let caseworker: Scope;
let dpo: Scope;

beforeAll(async () => {
  const tenant = await newTenant(stage.ownerUrl(), { name: "Eksempelkommunen" });
  caseworker = await newScope(stage.ownerUrl(), ["caseworker"], { tenant });
  dpo = await newScope(stage.ownerUrl(), ["dpo"], { tenant });
});

type Example = { title: string; by: string; count: string; ticks: string[]; otherConfidential: boolean; intrusive: boolean; parts: number[]; points: number; band: string; allowed: number[]; concept: number };

/** Datatilsynet 2021, ch. 4. The web shop is printed with 3 points; by the scale 2.987 persons give 2 for A, so 4: the same band. */
const examples: Example[] = [
  { title: "Bookingsystem hos en frisør", by: "Booking ApS", count: "397", ticks: ["Almindelige personoplysninger"], otherConfidential: false, intrusive: false, parts: [1, 0, 0, 0], points: 1, band: "1–2", allowed: [1, 2, 3, 4, 5, 6], concept: 1 },
  { title: "Betaling i en webshop", by: "eBetaling A/S", count: "2.987", ticks: ["Almindelige personoplysninger", "Andre fortrolige oplysninger"], otherConfidential: true, intrusive: false, parts: [2, 0, 2, 0], points: 4, band: "3–4", allowed: [2, 3, 4, 5, 6], concept: 2 },
  { title: "HR-system i en styrelse", by: "HR-bureauet A/S", count: "213", ticks: ["Almindelige personoplysninger", "Helbredsoplysninger", "CPR-numre"], otherConfidential: false, intrusive: false, parts: [1, 3, 2, 0], points: 6, band: "5–6", allowed: [3, 4, 5, 6], concept: 3 },
  { title: "Beacons i en butik", by: "Beacon IT ApS", count: "15.103", ticks: ["Almindelige personoplysninger", "Lokationsdata, der kortlægger eller følger personers adfærd"], otherConfidential: false, intrusive: true, parts: [3, 0, 0, 2], points: 5, band: "5–6", allowed: [3, 4, 5, 6], concept: 4 },
  { title: "Journalsystem hos en læge", by: "Journal IT A/S", count: "1.600", ticks: ["Almindelige personoplysninger", "Helbredsoplysninger", "CPR-numre"], otherConfidential: false, intrusive: false, parts: [2, 3, 2, 0], points: 7, band: "7–10", allowed: [5, 6], concept: 5 },
  { title: "Byggesager i en kommune", by: "Byggesag A/S", count: "31.016", ticks: ["Almindelige personoplysninger", "Helbredsoplysninger", "Andre fortrolige oplysninger"], otherConfidential: true, intrusive: false, parts: [3, 3, 2, 0], points: 8, band: "7–10", allowed: [5, 6], concept: 6 },
];

/** Registers processor and agreement as the example tells it, and leaves the page at the score's form. */
async function register(page: Page, example: Example): Promise<void> {
  await page.goto("/processors/new");
  await page.getByLabel("Navn", { exact: true }).fill(example.by);
  await page.getByRole("button", { name: "Registrér", exact: true }).click();
  await page.getByText("Databehandleren er registreret").waitFor();
  await page.goto("/agreements/new");
  await page.getByLabel("Databehandler", { exact: true }).selectOption({ label: example.by });
  await page.getByLabel("Navn på aftalen").fill(example.title);
  await page.getByLabel("Formål").fill("Drift for den dataansvarlige");
  for (const tick of example.ticks) await page.getByLabel(tick, { exact: true }).check();
  await page.getByLabel("Antal personer").fill(example.count);
  await page.getByLabel("Over hele perioden").check();
  await page.getByRole("group", { name: "Overføres oplysninger" }).getByLabel("Nej").check();
  await page.getByRole("button", { name: "Gem og giv point" }).last().click();
  await page.getByRole("heading", { name: "Giv point", level: 1 }).waitFor();
}

const answerTo = (page: Page, question: RegExp, yes: boolean) => page.getByRole("group", { name: question }).getByLabel(yes ? "Ja" : "Nej", { exact: true }).check();

/** The concepts whose rows do not ask for a reason and a DPO. */
async function allowedIn(scale: Locator): Promise<number[]> {
  const rows = scale.getByRole("radio");
  const free: number[] = [];
  for (const row of await rows.all()) {
    const label = row.locator("xpath=ancestor::label");
    if (!(await label.innerText()).includes("Kræver begrundelse og DPO")) free.push(Number(await row.getAttribute("value")));
  }
  return free;
}

test.each(examples)("$title: $points points, concept $concept", async (example) => {
  const page = await stage.enter(caseworker);
  await register(page, example);
  expect(await page.getByRole("group", { name: /følsomme oplysninger/ }).getByLabel(example.parts[1] ? "Ja" : "Nej", { exact: true }).isChecked(), "the ticks suggest B").toBe(true);
  await answerTo(page, /fortrolige oplysninger/, example.otherConfidential);
  await answerTo(page, /tæt på folks privatliv/, example.intrusive);
  const live = page.getByRole("complementary", { name: "Samlet" });
  await live.getByText(`i båndet ${example.band} point`, { exact: true }).waitFor();
  expect((await live.innerText()).replace(/\s+/g, " ")).toContain(`${example.points} af 10 point`);
  await page.getByRole("button", { name: "Gem pointene" }).click();

  await page.getByRole("heading", { name: "Vælg tilsynskoncept", level: 1 }).waitFor();
  await page.getByText(`Båndet ${example.band} point. I kan vælge koncept ${example.allowed.join(", ")}.`).waitFor();
  expect(await allowedIn(page.getByRole("group", { name: "Tilladte tilsynskoncepter" }))).toEqual(example.allowed);
  await page.getByRole("radio", { name: new RegExp(`^${example.concept}`) }).check();
  if (example.concept === 1) {
    await page.getByLabel("Vi har vurderet databehandleren som troværdig og seriøs").check();
    await page.getByRole("textbox", { name: "Begrundelse" }).fill("Kendt leverandør uden anmærkninger.");
  }
  await page.getByRole("button", { name: `Vælg koncept ${example.concept}` }).click();
  await page.getByText(`Koncept ${example.concept} gælder nu for aftalen.`).waitFor();
  const sums = await page.getByRole("table", { name: /Sådan er pointene regnet ud/ }).locator("tbody td:last-child").allInnerTexts();
  expect(sums.map(Number)).toEqual(example.parts);
});

test("below the band a reason is demanded, and a DPO decides before it counts", async () => {
  const example = { ...(examples[2] as Example), title: "HR-system under båndet", by: "HR igen A/S" };
  const page = await stage.enter(caseworker, { expected: [/status of 422/] });
  await register(page, example);
  await answerTo(page, /fortrolige oplysninger/, false);
  await answerTo(page, /tæt på folks privatliv/, false);
  await page.getByRole("button", { name: "Gem pointene" }).click();
  await page.getByRole("radio", { name: /^2/ }).check();
  await page.getByText("Koncept 2 er ikke nok ved 6 point").waitFor();
  await page.getByRole("button", { name: "Bed om godkendelse af koncept 2" }).click();
  await page.getByRole("alert").getByText("Skriv begrundelsen").waitFor();
  await page.getByRole("textbox", { name: "Begrundelse" }).fill("Systemet lukkes om to måneder.");
  await page.getByRole("button", { name: "Bed om godkendelse af koncept 2" }).click();
  await page.getByText("Valget afventer godkendelse fra en DPO.").waitFor();
  await page.getByText("En DPO skal tage stilling").waitFor();
  expect(await page.getByRole("button", { name: "Gem beslutningen" }).count()).toBe(0);
  const address = new URL(page.url()).pathname;
  await page.goto(address.replace(/\/concept$/, ""));
  await page.getByText("Et valg under båndet afventer DPO’en").waitFor();
  expect(await page.getByRole("link", { name: "Start tilsyn" }).count()).toBe(0);

  const decider = await stage.enter(dpo);
  await decider.goto(address);
  await decider.getByText("Systemet lukkes om to måneder.").first().waitFor();
  await decider.getByLabel("Godkend fravigelsen").check();
  await decider.getByRole("button", { name: "Gem beslutningen" }).click();
  await decider.getByText("Fravigelsen er godkendt og gælder nu.").waitFor();
  await decider.getByText("Koncept 2 er valgt, selv om vejledningen peger på mindst koncept 3").waitFor();
});
