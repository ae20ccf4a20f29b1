import { chromium as driver } from "playwright-core";
import type { Browser } from "playwright-core";
import { chromium } from "./chromium.ts";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts Chromium; close it yourself. Works outside the test runner too (screenshots, bench). */
export function launchChromium(): Promise<Browser> {
  return driver.launch({ executablePath: chromium(), args: flags });
}
