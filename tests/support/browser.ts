import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "./launch-chromium.ts";

export type PageOptions = BrowserContextOptions & {
  /** Console errors that belong to the test, such as the 404 of a page that must not be found. */
  expected?: RegExp[];
};
export type Browsing = {
  /** A page in a context of its own (own cookies), Danish unless said otherwise. */
  newPage: (options?: PageOptions) => Promise<Page>;
};

let browser: Promise<Browser> | null = null;

/**
 * One Chromium for all test files of this process; it ends with it. After each test its pages are closed, and the test fails on any Content-Security-Policy violation,
 * console error or uncaught error in any of them.
 */
export function useBrowser(): Browsing {
  let running: Browser | null = null;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];
  beforeAll(async () => {
    running = await (browser ??= launchChromium());
  });
  afterEach(async () => {
    const found = faults;
    for (const context of contexts) await context.close();
    contexts = [];
    faults = [];
    expect(found, "faults in the browser").toEqual([]);
  });
  return {
    async newPage({ expected = [], ...options } = {}) {
      if (running === null) throw new Error("The browser starts before the tests, not while they are collected");
      const context = await running.newContext({ reducedMotion: "reduce", locale: "da-DK", timezoneId: "Europe/Copenhagen", acceptDownloads: true, ...options });
      contexts.push(context);
      context.setDefaultTimeout(20_000);
      watch(context, expected, (fault) => faults.push(fault));
      return context.newPage();
    },
  };
}

/**
 * React 18 throws this ("Root did not complete") when something makes it take the page over while the loaders' data is still on its way; it begins
 * anew when the data is there, and React 19 says nothing of it. The page's own guard is in app/entry.client.tsx; what slips past it harms nothing.
 */
const BEGINS_ANEW = /Minified React error #345;/;

function watch(context: BrowserContext, expected: RegExp[], report: (fault: string) => void): void {
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) report(fault);
  };
  // Chromium itself writes each policy violation to the console as an error.
  context.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/.test(message.text())) note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => BEGINS_ANEW.test(error.error().message) || note(`uncaught on ${error.page()?.url() ?? "a closed page"}: ${error.error().stack ?? error.error().message}`));
}
