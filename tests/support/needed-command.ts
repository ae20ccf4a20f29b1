import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs beyond Node that tests run, with the Debian packages that bring them. */
export const debianPackages = {
  chromium: ["chromium", "fonts-liberation", "fonts-dejavu-core"],
  unzip: ["unzip"],
  pdftotext: ["poppler-utils"],
} as const;
export type NeededCommand = keyof typeof debianPackages;

/** Path of a program, installing Debian's package here and now when we may. Otherwise throws, naming the command: nothing is skipped for want of it. */
export function neededCommand(name: NeededCommand, find = () => onPath(name)): string {
  const found = find();
  if (found !== null) return found;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${debianPackages[name].join(" ")}`;
  if (process.getuid?.() === 0 && onPath("apt-get") !== null) {
    process.stderr.write(`No ${name} yet: ${command}\n`);
    const done = spawnSync("sh", ["-c", command], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    const now = find();
    if (done.status === 0 && now !== null) return now;
  }
  throw new Error(`The tests need ${name}. Install it with\n  sudo sh -c '${command}'${name === "chromium" ? "\nor name another in CHROMIUM_PATH." : ""}`);
}

/** Where the shell would find `name`, or null. */
export function onPath(name: string): string | null {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Whether `path` is a file we may run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
