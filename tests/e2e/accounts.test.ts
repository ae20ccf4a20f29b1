import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { newCvr } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage({ alone: true });
const password = "kanel fløjte bogreol";

const linkTo = async (email: string, path: string, after = 0) => {
  const link = (await stage.portal().mail.waitFor(email, /./, after)).links.find((one) => one.startsWith(`${stage.portal().url}/${path}/`));
  if (!link) throw new Error(`no link to /${path}`);
  return link;
};
const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.locator("form").getByLabel(label, { exact: true }).fill(value);
};
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name }).click();
const menu = (page: Page) => page.getByRole("banner").locator("summary").last().click();

// One story in the order it happens to people; the second half without JavaScript.
test("first run, a colleague by mail, roles, removal", async () => {
  const link = await stage.portal().firstRunLink();
  const mette = await stage.newPage({ expected: [/status of 4/] });
  await mette.goto(String(link));
  await fill(mette, { "Organisationens navn": "Lægehuset Vest", "CVR-nummer": "12345678", "E-mail": "mette@vest.example", Navn: "Mette Holm", Adgangskode: "kort" });
  await press(mette, "Opret organisationen");
  await mette.getByRole("alert").getByText("gyldigt CVR-nummer").waitFor();
  await mette.getByRole("alert").getByText("mindst 12 tegn").waitFor();
  await fill(mette, { "CVR-nummer": newCvr(), Adgangskode: password });
  await press(mette, "Opret organisationen");
  await mette.waitForURL(`${stage.portal().url}/overview`);

  await mette.goto(`${stage.portal().url}/members/invite`);
  await fill(mette, { "E-mail": "bo@vest.example", Navn: "Bo Lind" });
  await mette.getByLabel("Sagsbehandler").check();
  await press(mette, "Send invitation");
  await mette.getByText("Invitationen er sendt til bo@vest.example").waitFor();

  const invitation = await linkTo("bo@vest.example", "invitations");
  const bo = await stage.newPage({ javaScriptEnabled: false, expected: [/status of 4/] });
  expect((await bo.goto(String(link)))?.status()).toBe(410);
  await bo.goto(invitation);
  await fill(bo, { Adgangskode: "havgus over broen 7" });
  await press(bo, "Opret adgang");
  await bo.waitForURL(`${stage.portal().url}/overview`);
  await bo.goto(`${stage.portal().url}/members`);
  expect(await bo.getByText("Ret roller").count()).toBe(0);
  expect((await bo.goto(`${stage.portal().url}/settings`))?.status()).toBe(403);
  expect((await bo.goto(invitation))?.status()).toBe(410);

  await mette.goto(`${stage.portal().url}/members`);
  await mette.getByLabel("Ret roller for Bo Lind").click();
  await mette.locator("summary", { hasText: "Fjern fra organisationen" }).click();
  await press(mette, "Ja, fjern");
  await mette.getByText("Bo Lind er fjernet").waitFor();
  expect((await bo.goto(`${stage.portal().url}/members`))?.status()).toBe(404);
});

test.each([true, false])("signing in, a forgotten password and signing out (JavaScript: %s)", async (javaScriptEnabled) => {
  const page = await stage.newPage({ javaScriptEnabled, expected: [/status of 4/] });
  const caught = stage.portal().mail.all().length;
  await page.goto(`${stage.portal().url}/members?fra=mail`);
  await fill(page, { "E-mail": "mette@vest.example", Adgangskode: "noget helt forkert" });
  await press(page, "Log ind");
  await page.getByRole("alert").getByText("passer ikke sammen").waitFor();
  await page.getByRole("link", { name: "Glemt adgangskode?" }).click();
  await page.getByRole("heading", { name: "Glemt adgangskode" }).waitFor();
  await fill(page, { "E-mail": "mette@vest.example" });
  await press(page, "Send link");
  await page.getByText("har vi sendt et link").waitFor();
  await page.goto(await linkTo("mette@vest.example", "reset", caught));
  await fill(page, { "Ny adgangskode": password });
  await press(page, "Gem adgangskoden");
  await page.getByText("Din adgangskode er ændret").waitFor();
  await page.goto(`${stage.portal().url}/members?fra=mail`);
  await fill(page, { "E-mail": "mette@vest.example", Adgangskode: password });
  await press(page, "Log ind");
  await page.waitForURL(`${stage.portal().url}/members?fra=mail`);
  await menu(page);
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.getByText("Du er logget ud").waitFor();
  await page.goto(`${stage.portal().url}/members`);
  await page.waitForURL(/\/sign-in\?next=/);
});

test("the way on after signing in never leads to another site", async () => {
  const page = await stage.newPage({ expected: [/status of 4/] });
  await page.goto(`${stage.portal().url}/sign-in?next=//evil.example/`);
  await fill(page, { "E-mail": "mette@vest.example", Adgangskode: password });
  await press(page, "Log ind");
  await page.waitForURL(`${stage.portal().url}/overview`);
});
