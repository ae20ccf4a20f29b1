import { afterAll, beforeAll, expect, test } from "vitest";
import { startPortal } from "#tests/support/app-server.ts";
import type { Portal } from "#tests/support/app-server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";

const browsing = useBrowser();
let database: FreshDatabase;
let portal: Portal;

beforeAll(async () => {
  database = await freshDatabase();
  portal = await startPortal(database);
});
afterAll(async () => {
  await portal?.stop();
  await database?.close();
});

test("everything it stands on is ready", async () => {
  const answer = await fetch(`${portal.url}/health/ready`);
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 200, body: { ready: true } });
});

test.each([true, false])("a form is taken from our own page (JavaScript: %s)", async (javaScriptEnabled) => {
  const page = await browsing.newPage({ javaScriptEnabled });
  await page.goto(`${portal.url}/sign-in`);
  expect(await page.locator("html").getAttribute("lang")).toBe("da");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
});

test("a form from a foreign page is refused before it reaches a route", async () => {
  const page = await browsing.newPage({ expected: [/status of 403/] });
  await page.goto("about:blank");
  await page.setContent(`<form method="post" action="${portal.url}/language"><input name="language" value="en"><button>go</button></form>`);
  const [answer] = await Promise.all([page.waitForResponse(`${portal.url}/language`), page.getByRole("button").click()]);
  expect(answer.status()).toBe(403);
});

test("under 127.0.0.1 the pages work as well", async () => {
  const page = await browsing.newPage();
  await page.goto(`${portal.url.replace("localhost", "127.0.0.1")}/sign-in`);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
});
