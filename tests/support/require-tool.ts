import { execFileSync } from "node:child_process";

const has = (tool: string) => {
  try {
    execFileSync("sh", ["-c", `command -v ${tool}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** Sees to it that a program the tests judge our files with is here: installs Debian's package when it may, else says which to install. */
export function requireTool(tool: string, debianPackage: string): void {
  if (has(tool)) return;
  const install = `apt-get install -y --no-install-recommends ${debianPackage}`;
  if (process.getuid?.() === 0 && has("apt-get")) {
    execFileSync("sh", ["-c", `${install} || (apt-get update && ${install})`], { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  if (!has(tool)) throw new Error(`this test needs ${tool}: ${install}`);
}
