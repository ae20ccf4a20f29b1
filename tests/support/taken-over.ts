import type { Page } from "playwright-core";

/** Waits until React has taken the page over: before that keys and choices belong to the browser alone (app/entry.client.tsx). */
export async function takenOver(page: Page): Promise<void> {
  await page.locator("html[data-taken-over]").waitFor();
}
