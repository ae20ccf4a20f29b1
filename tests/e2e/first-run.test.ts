import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newCvr } from "#tests/support/factories.ts";
import { sign } from "#tests/support/answer-form.ts";
import { useStage } from "#tests/support/stage.ts";
import { pdfFile } from "#tests/support/statement-file.ts";

const stage = useStage({ alone: true });
const password = "kanel fløjte bogreol";

const linkTo = (mail: { links: string[] }, path: string) => mail.links.find((link) => link.includes(`/${path}/`)) ?? "";
const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByRole("main").getByRole("textbox", { name: label, exact: true }).fill(value);
};
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("from the first-run link to the processor's receipt", async () => {
  const { mail, firstRunLink } = stage.portal();

  const mette = await stage.newPage();
  await mette.goto((await firstRunLink()) ?? "");
  await fill(mette, { "Organisationens navn": "Det Glade Garnnøgle", "CVR-nummer": newCvr(), "E-mail": "mette@garn.example", Navn: "Mette Holm" });
  await mette.getByLabel("Adgangskode").fill(password);
  await press(mette, "Opret organisationen");
  await mette.getByText("Det Glade Garnnøgle er oprettet").waitFor();

  await mette.goto("/members/invite");
  await fill(mette, { "E-mail": "karen@garn.example", Navn: "Karen Dahl" });
  await mette.getByLabel("DPO", { exact: true }).check();
  await press(mette, "Send invitation");
  await mette.getByText("Invitationen er sendt til karen@garn.example").waitFor();

  const karen = await stage.newPage();
  await karen.goto(linkTo(await mail.waitFor("karen@garn.example"), "invitations"));
  await karen.getByLabel("Adgangskode").fill(password);
  await press(karen, "Opret adgang");
  await karen.getByText("Du arbejder nu for Det Glade Garnnøgle").waitFor();
  await karen.context().clearCookies();
  await karen.goto("/sign-in");
  await karen.getByLabel("E-mail").fill("karen@garn.example");
  await karen.getByLabel("Adgangskode").fill(password);
  await press(karen, "Log ind");
  await karen.waitForURL("**/overview");

  await karen.goto("/processors/new");
  const cvr = newCvr();
  await fill(karen, { Navn: "eBetaling A/S" });
  await karen.getByLabel("CVR-nummer").last().fill(cvr);
  await karen.getByLabel("Kontaktperson").fill("Nadia Frost");
  await karen.getByLabel("E-mail").fill("nadia@ebetaling.example");
  await press(karen, "Registrér");
  await karen.getByText("Databehandleren er registreret.").waitFor();
  await karen.getByRole("link", { name: "Tilføj aftale" }).first().click();

  await fill(karen, { "Navn på aftalen": "Betaling i webshoppen", Formål: "Betaling med kort", "Antal personer": "2.987" });
  await karen.getByLabel("Almindelige personoplysninger").check();
  await karen.getByLabel("Andre fortrolige oplysninger").check();
  await karen.getByLabel("Over hele perioden").check();
  await karen.getByRole("group", { name: "Overføres oplysninger" }).getByLabel("Nej").check();
  await press(karen, "Tilføj krav");
  await karen.getByLabel("Kravet på dansk").fill("Kortoplysninger slettes efter købet");
  await karen.getByRole("button", { name: "Gem og giv point" }).last().click();

  await karen.getByRole("group", { name: /fortrolige oplysninger/ }).getByLabel("Ja", { exact: true }).check();
  await karen.getByRole("group", { name: /tæt på folks privatliv/ }).getByLabel("Nej", { exact: true }).check();
  await press(karen, "Gem pointene");
  await press(karen, "Vælg koncept 2");
  await karen.getByText("Koncept 2 gælder nu for aftalen.").waitFor();

  await karen.getByRole("link", { name: "Start tilsyn" }).first().click();
  await press(karen, "Åbn som kladde");
  await karen.getByRole("heading", { name: "Skriv anmodningen" }).waitFor();
  expect(await karen.getByLabel("Modtagerens e-mailadresse").inputValue()).toBe("nadia@ebetaling.example");
  await karen.getByText("Kortoplysninger slettes efter købet").first().waitFor();
  await press(karen, "Send anmodningen");
  await karen.getByText("Anmodningen er sendt.").waitFor();
  await karen.getByText("Venter på, at eBetaling A/S opretter adgang").waitFor();

  const nadia = await stage.newPage();
  await nadia.goto(linkTo(await mail.waitFor("nadia@ebetaling.example"), "invitations"));
  await nadia.getByText(cvr).waitFor();
  await nadia.getByLabel("Adgangskode").fill(password);
  await press(nadia, "Opret adgang");
  await nadia.getByRole("heading", { name: "Anmodning fra Det Glade Garnnøgle" }).waitFor();
  await nadia.getByRole("link", { name: "Begynd" }).click();

  await nadia.getByRole("status").filter({ hasText: "Svarene bliver gemt, mens I skriver." }).waitFor();
  await nadia.getByRole("radio", { name: "Ja, alle krav er opfyldt" }).check({ force: true });
  await nadia.getByLabel(/Hvilken udgave af aftalen/).fill("Version 1 fra 2024");
  await nadia.getByLabel(/Hvilken udgave af aftalen/).blur();
  await nadia.getByText(/^Gemt kl\. \d\d\.\d\d$/).waitFor();
  await nadia.reload();
  await nadia.getByText(/^Svarene bliver gemt/).waitFor();
  expect(await nadia.getByLabel(/Hvilken udgave af aftalen/).inputValue()).toBe("Version 1 fra 2024");
  expect(await nadia.getByRole("radio", { name: "Ja, alle krav er opfyldt" }).isChecked()).toBe(true);

  await press(nadia, "Næste side");
  await nadia.getByRole("radio", { name: "Opfyldt", exact: true }).check({ force: true });
  await press(nadia, "Næste side");
  await nadia.getByLabel("Navn", { exact: true }).fill("Nadia Frost");
  await nadia.getByLabel(/Titel eller stilling/).fill("Complianceansvarlig");
  await press(nadia, "Afslut og gå videre til underskrift");
  await sign(nadia);
  await nadia.getByText("Nadia Frost").first().waitFor();

  expect((await mail.waitFor("karen@garn.example", /./, mail.all().findIndex(({ to }) => to.includes("nadia@ebetaling.example")) + 1)).text).toContain("eBetaling A/S");
  await karen.reload();
  await karen.getByText("Næste skridt: Vurdér svaret").waitFor();
});

test("a file goes up in sight, and lies in the store as it was", async () => {
  const { newSupervision } = await import("#tests/support/supervision-scene.ts");
  const scene = await newSupervision(stage.ownerUrl(), { concept: 5, points: 7 });
  const anne = await stage.enter(scene.signatory);
  await anne.goto(`/inbox/${scene.supervisionId}/answer`);
  await anne.getByText(/^Svarene bliver gemt/).waitFor();
  const slow = await anne.context().newCDPSession(anne);
  await slow.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 });
  const file = await pdfFile("ISAE 3000.pdf", "ISAE 3000", 4_000_000);
  await anne.locator('[data-name="statement_evidence"] input[type=file]').setInputFiles(file);
  const bar = anne.getByRole("progressbar", { name: /^ISAE 3000\.pdf: / });
  await bar.waitFor();
  const link = anne.getByRole("link", { name: "Hent ISAE 3000.pdf" });
  await link.waitFor();
  expect(await bar.count()).toBe(0);
  const [download] = await Promise.all([anne.waitForEvent("download"), link.click()]);
  const bytes = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(bytes as Buffer[]).equals(file.buffer)).toBe(true);
});
