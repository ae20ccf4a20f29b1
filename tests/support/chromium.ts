import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const packages = ["chromium", "fonts-liberation", "fonts-dejavu-core"];

/** Path of a Chromium: CHROMIUM_PATH, an installed one, or Debian's package installed here and now when we may. Otherwise throws, naming the command: browser tests are never skipped. */
export function chromium(): string {
  const found = installed();
  if (found !== null) return found;
  const command = `apt-get update && apt-get install -y ${packages.join(" ")}`;
  if (process.getuid?.() === 0 && onPath("apt-get") !== null) {
    process.stderr.write(`No Chromium yet: ${command}\n`);
    const done = spawnSync("sh", ["-c", command], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    const now = installed();
    if (done.status === 0 && now !== null) return now;
  }
  throw new Error(`The browser tests need Chromium. Install it with\n  sudo sh -c '${command}'\nor name another in CHROMIUM_PATH.`);
}

function installed(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!executable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
    return named;
  }
  for (const name of names) {
    const path = onPath(name);
    if (path !== null) return path;
  }
  const mac = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(executable);
  return mac ?? downloaded();
}

/** One that Playwright's own installer brought. */
function downloaded(): string | null {
  const cache = join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return null;
  const found = readdirSync(cache).filter((name) => name.startsWith("chromium-")).map((name) => join(cache, name, "chrome-linux/chrome"));
  return found.find(executable) ?? null;
}

function onPath(name: string): string | null {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find(executable) ?? null;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
