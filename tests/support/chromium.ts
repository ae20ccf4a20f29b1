import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { isExecutable, neededCommand, onPath } from "./needed-command.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const macPaths = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** Path of a Chromium: CHROMIUM_PATH, an installed one, one that Playwright brought, else Debian's package (see `neededCommand`). */
export function chromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
  return named || neededCommand("chromium", installed);
}

function installed(): string | null {
  return names.map(onPath).find((path) => path !== null) ?? macPaths.find(isExecutable) ?? downloaded();
}

function downloaded(): string | null {
  const cache = join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return null;
  const found = readdirSync(cache).filter((name) => /^chromium-\d/.test(name)).map((name) => join(cache, name, "chrome-linux/chrome"));
  return found.find(isExecutable) ?? null;
}
