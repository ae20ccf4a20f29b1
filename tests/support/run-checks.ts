import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ensureBuild, ensureDatabaseClient } from "#app/stack/build.server.ts";
import { chromium } from "./chromium.ts";
import { neededCommand } from "./needed-command.ts";

// `npm run check` (quick) and `npm test` (all). The last line counts what really happened: types and lint as one check each, then every test.
type Tally = { passed: number; failed: number; skipped: string[] };
type Report = {
  success: boolean;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
};

const REPORT = ".cache/test-report.json";
const quick = process.argv[2] === "quick";
const tally: Tally = { passed: 0, failed: 0, skipped: [] };

mkdirSync(".cache", { recursive: true });
rmSync(REPORT, { force: true });
await step("database client", ensureDatabaseClient, false);
await Promise.all([step("types", () => tool("typescript", "bin/tsc", ["--noEmit", "-p", "."])), step("lint", () => tool("eslint", "bin/eslint.js", [".", "--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint"]))]);
if (!quick) {
  await step("build", ensureBuild, false);
  await step("programs the tests run", async () => [chromium(), neededCommand("unzip"), neededCommand("pdftotext")], false);
}
const projects = quick ? ["--project", "unit", "--project", "architecture"] : [];
const crashed = await tool("vitest", "vitest.mjs", ["run", ...projects, "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`], true).then(() => null, (error: Error) => error);
count(crashed);
if (tally.skipped.length > 0) console.log(`\nSkipped:\n${tally.skipped.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Runs one check and says how it went; `counts` false: only its failure is counted. */
async function step(name: string, work: () => Promise<unknown>, counts = true): Promise<void> {
  const begun = performance.now();
  try {
    await work();
    if (counts) tally.passed += 1;
    console.log(`✓ ${name} (${((performance.now() - begun) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    tally.failed += 1;
    console.log(`✗ ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

function tool(packageName: string, entry: string, args: string[], shown = false): Promise<void> {
  const file = join(dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`)), entry);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", shown ? "inherit" : "pipe", shown ? "inherit" : "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => (said += piece.toString()));
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(said || `${packageName} ended with ${code}`))));
  });
}

function count(crashed: Error | null): void {
  const before = tally.failed;
  const report = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, "utf8")) as Report) : null;
  for (const file of report?.testResults ?? []) {
    if (file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed")) tally.failed += 1;
    for (const one of file.assertionResults) {
      if (one.status === "passed") tally.passed += 1;
      else if (one.status === "failed") tally.failed += 1;
      else tally.skipped.push(`${file.name}: ${one.fullName}`);
    }
  }
  // A run that ended badly without a failing test (a crash, an error between tests) is a failure all the same.
  if ((crashed !== null || report?.success !== true) && tally.failed === before) tally.failed += 1;
}
