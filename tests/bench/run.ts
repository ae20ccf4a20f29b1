import { ensureDatabaseClient } from "#app/stack/build.server.ts";
import type { BenchLine } from "./upload.ts";

/** Every bench by its name: `npm run bench -- NAME` runs one, without a name all. One JSON line a figure. */
const benches: Record<string, () => Promise<{ run: (report: (line: BenchLine) => void) => Promise<void> }>> = {
  compose: () => import("./compose.ts"),
  "save-answer": () => import("./save-answer.ts"),
  overview: () => import("./overview.ts"),
  score: () => import("./score.ts"),
  round: () => import("./round.ts"),
  upload: () => import("./upload.ts"),
  import: () => import("./import.ts"),
};

const [asked] = process.argv.slice(2);
if (asked !== undefined && !Object.hasOwn(benches, asked)) {
  process.stderr.write(`There is no bench "${asked}". There are: ${Object.keys(benches).join(", ")}.\n`);
  process.exit(2);
}
await ensureDatabaseClient();
for (const [name, load] of Object.entries(benches)) {
  if (asked !== undefined && name !== asked) continue;
  const { run } = await load();
  await run((line) => void process.stdout.write(`${JSON.stringify(line)}\n`));
}
