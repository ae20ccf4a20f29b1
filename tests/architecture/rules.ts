import { folderOf, layerOf, layerOffence } from "./layers.ts";
import { everywhere, knownBy } from "./packages.ts";
import type { SourceFile } from "./source-file.ts";

export type Offence = { rule: Rule; path: string; why: string };
export type Rule = "direction" | "cycle" | "database" | "environment" | "clock" | "size" | "name" | "barrel" | "server-file" | "package";

const bannedNames = ["utils", "util", "helpers", "helper", "misc", "common", "lib", "manager", "service", "base"];
const isTest = (path: string) => path.startsWith("tests/") || /\.test\.tsx?$/.test(path);
const isServer = (path: string) => /\.server\.tsx?$/.test(path);

/** Everything in `files` that house.md §3–4 forbids. */
export function offences(files: SourceFile[]): Offence[] {
  const app = files.filter(({ path }) => path.startsWith("app/") && !isTest(path));
  return [...files.flatMap((file) => [...names(file), ...size(file)]), ...app.flatMap((file) => [...directions(file), ...database(file), ...globals(file), ...serverFiles(file), ...packages(file)]), ...cycles(app)];
}

function directions(file: SourceFile): Offence[] {
  return file.imports.filter(({ from }) => from.startsWith("app/") && /\.tsx?$/.test(from) && !from.startsWith("app/db/generated/")).flatMap(({ from }) => {
    const why = layerOffence(file.path, from);
    return why === null ? [] : [{ rule: "direction" as const, path: file.path, why: `${why}: ${from}` }];
  });
}

/** Prisma stops in db, tenancy and the repositories: `.server` files of features and services. */
function database(file: SourceFile): Offence[] {
  const of = (part: string) => file.imports.filter(({ from }) => from.startsWith(part));
  const found = (why: string): Offence[] => [{ rule: "database", path: file.path, why }];
  if (of("app/db/generated/").some(({ typeOnly }) => !typeOnly) && folderOf(file.path) !== "db") return found("the generated client is known to app/db alone; repositories may know its types");
  if (of("app/db/").length === 0) return [];
  const layer = layerOf(file.path);
  if (folderOf(file.path) === "routes") return found("a route asks a use case or a repository");
  return layer === "entry" || isServer(file.path) ? [] : found("only .server files know the database");
}

function globals(file: SourceFile): Offence[] {
  return [
    ...(file.uses.includes("process.env") && folderOf(file.path) !== "config" ? [{ rule: "environment" as const, path: file.path, why: "settings are read in app/config" }] : []),
    ...(file.uses.includes("clock") && file.path !== "app/config/clock.server.ts" ? [{ rule: "clock" as const, path: file.path, why: "time is passed in" }] : []),
  ];
}

/** A file without `.server` in its name is pure or drawn in the browser too. */
function serverFiles(file: SourceFile): Offence[] {
  const layer = layerOf(file.path);
  if (layer === "entry" || isServer(file.path)) return [];
  const strict = layer === "form" || layer === "ui" || layer === "text" || layer === "domain";
  return file.imports.filter(({ from, typeOnly }) => isServer(from) && (strict || !typeOnly)).map(({ from }) => ({ rule: "server-file", path: file.path, why: `imports ${from}` }));
}

function packages(file: SourceFile): Offence[] {
  return file.imports.filter(({ from }) => from.startsWith("package:") && !from.startsWith("package:node:")).flatMap(({ from }) => {
    const name = from.slice("package:".length);
    const folders = knownBy[name];
    const drawn = layerOf(file.path) === "form" && folders?.includes("ui");
    const allowed = drawn || (folders?.includes(folderOf(file.path)) ?? (everywhere.includes(name) && layerOf(file.path) !== "domain"));
    const why = folders === undefined ? `${name} is not in tests/architecture/packages.ts` : `${name} is known by ${folders.join(", ")} only`;
    return allowed ? [] : [{ rule: "package" as const, path: file.path, why }];
  });
}

function names(file: SourceFile): Offence[] {
  const name = file.path.split("/").at(-1) ?? "";
  const words = name.replace(/\.(int\.)?test(?=\.)|\.server|\.client|\.setup|\.sample/g, "").replace(/\.tsx?$/, "");
  if (/^index\.tsx?$/.test(name)) return [{ rule: "barrel", path: file.path, why: "import from the file itself" }];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(words)) return [{ rule: "name", path: file.path, why: "files are kebab-case" }];
  const banned = [words, ...file.path.split("/").slice(1, -1)].find((part) => bannedNames.includes(part) || bannedNames.includes(part.split("-").at(-1) ?? ""));
  return banned === undefined ? [] : [{ rule: "name", path: file.path, why: `"${banned}" says nothing of what is inside` }];
}

/** Most lines a file of its kind may have; null where there is no cap (data tables). */
export function capOf(file: Pick<SourceFile, "path" | "firstLine">): number | null {
  if (file.firstLine.startsWith("// data table")) return null;
  const layer = file.path.startsWith("app/") ? layerOf(file.path) : null;
  if (isTest(file.path)) return 250;
  if (layer === "domain") return 80;
  if (file.path.startsWith("app/routes/")) return 150;
  return layer === "feature" && isServer(file.path) ? 150 : 250;
}

function size(file: SourceFile): Offence[] {
  const cap = capOf(file);
  return cap === null || file.lines <= cap ? [] : [{ rule: "size", path: file.path, why: `${file.lines} lines, cap ${cap}` }];
}

function cycles(files: SourceFile[]): Offence[] {
  const graph = new Map(files.map((file) => [file.path, file.imports.map(({ from }) => from)]));
  const done = new Set<string>();
  const found: Offence[] = [];
  const walk = (path: string, trail: string[]) => {
    const seen = trail.indexOf(path);
    if (seen >= 0) {
      found.push({ rule: "cycle", path, why: [...trail.slice(seen), path].join(" → ") });
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) if (graph.has(next)) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
