import { expect, test } from "vitest";
import { useStage } from "#tests/support/stage.ts";

const stage = useStage();

test("everything it stands on is ready", async () => {
  const answer = await fetch(`${stage.portal().url}/health/ready`);
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 200, body: { ready: true } });
});

test("the icon is there for whoever asks for it by its old name, as browsers do on what is no page of ours", async () => {
  const answer = await fetch(`${stage.portal().url}/favicon.ico`);
  expect({ status: answer.status, start: [...new Uint8Array(await answer.arrayBuffer())].slice(0, 4) }).toEqual({ status: 200, start: [0, 0, 1, 0] });
});

test.each([true, false])("a form is taken from our own page (JavaScript: %s)", async (javaScriptEnabled) => {
  const page = await stage.newPage({ javaScriptEnabled });
  await page.goto("/sign-in");
  expect(await page.locator("html").getAttribute("lang")).toBe("da");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
});

test("a form from a foreign page is refused before it reaches a route", async () => {
  const page = await stage.newPage({ expected: [/status of 403/] });
  await page.goto("about:blank");
  await page.setContent(`<form method="post" action="${stage.portal().url}/language"><input name="language" value="en"><button>go</button></form>`);
  const [answer] = await Promise.all([page.waitForResponse(`${stage.portal().url}/language`), page.getByRole("button").click()]);
  expect(answer.status()).toBe(403);
});

test("under 127.0.0.1 the pages work as well", async () => {
  const page = await stage.newPage();
  await page.goto(`${stage.portal().url.replace("localhost", "127.0.0.1")}/sign-in`);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
});
