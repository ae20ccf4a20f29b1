import { describe, expect, test } from "vitest";
import { capOf, offences } from "./rules.ts";
import type { Rule } from "./rules.ts";
import { readSource, readTree } from "./source-file.ts";

const tree = readTree(["app", "prisma", "questionnaires", "tests"]);

test("the tree is walked", () => {
  expect(tree.length).toBeGreaterThan(50);
  expect(tree.some(({ imports }) => imports.some(({ from }) => from === "app/config/settings.server.ts"))).toBe(true);
});

test("the house stands as house.md says", () => {
  expect(offences(tree).map(({ rule, path, why }) => `${rule}: ${path}: ${why}`)).toEqual([]);
});

/** One offence per rule, and per turn of a rule, planted in the real tree: each must be seen, and nothing else. */
const planted: [Rule, string, string][] = [
  ["direction", "app/domain/points/planted.ts", 'import { portal } from "#app/paths.ts";'],
  ["direction", "app/organisation/planted.server.ts", 'import { x } from "#app/supervision/y.server.ts";'],
  ["direction", "app/agreement/planted.server.ts", 'import type { X } from "#app/evidence/y.server.ts";'],
  ["direction", "app/storage/planted.server.ts", 'import { x } from "#app/mail/y.server.ts";'],
  ["direction", "app/audit/planted.server.ts", 'import { x } from "#app/organisation/y.server.ts";'],
  ["direction", "app/config/planted.server.ts", 'import { x } from "#app/tenancy/y.server.ts";'],
  ["direction", "app/supervision/planted.server.ts", 'import { x } from "#app/routes/controller/y.tsx";'],
  ["direction", "app/supervision/planted.server.ts", 'export { x } from "../ui/y.tsx";'],
  ["direction", "app/ui/planted.tsx", 'const x = () => import("#app/agreement/y.ts");'],
  ["direction", "app/pricing/planted.server.ts", 'import { now } from "#app/config/clock.server.ts";'],
  ["direction", "app/supervision/planted.server.ts", 'import { x } from "#app/questionnaire/plain-form.tsx";'],
  ["server-file", "app/questionnaire/planted.tsx", 'import type { X } from "#app/questionnaire/freeze.server.ts";'],
  ["cycle", "app/domain/points/planted.ts", 'import { x } from "./planted.ts";'],
  ["database", "app/supervision/planted.server.ts", 'import { PrismaClient } from "#app/db/generated/client.ts";'],
  ["database", "app/routes/shared/planted.tsx", 'import { db } from "#app/db/client.server.ts";'],
  ["database", "app/agreement/planted.ts", 'import type { Tx } from "#app/db/client.server.ts";'],
  ["environment", "app/mail/planted.server.ts", "export const url = process.env.SMTP_URL;"],
  ["clock", "app/supervision/planted.server.ts", "export const today = () => new Date();"],
  ["clock", "app/ui/planted.tsx", "export const today = () => Date.now();"],
  ["size", "app/domain/points/planted.ts", "\n// line".repeat(81)],
  ["size", "app/routes/shared/planted.tsx", "\n// line".repeat(151)],
  ["size", "app/agreement/planted.server.ts", "\n// line".repeat(151)],
  ["size", "app/ui/planted.tsx", "\n// line".repeat(251)],
  ["name", "app/agreement/utils.ts", ""],
  ["name", "app/agreement/mail-service.server.ts", ""],
  ["name", "app/agreement/common/planted.ts", ""],
  ["name", "app/agreement/PlantedFile.ts", ""],
  ["name", "app/agreement/planted_file.ts", ""],
  ["barrel", "app/agreement/index.ts", 'export const x = 1;'],
  ["server-file", "app/ui/planted.tsx", 'import type { X } from "./flash.server.ts";'],
  ["server-file", "app/text/planted.ts", 'import { x } from "./translate.server.ts";'],
  ["server-file", "app/agreement/planted.ts", 'import { now } from "#app/config/clock.server.ts";'],
  ["package", "app/agreement/planted.server.ts", 'import nodemailer from "nodemailer";'],
  ["package", "app/domain/points/planted.ts", 'import { z } from "zod";'],
  ["package", "app/agreement/planted.server.ts", 'import _ from "lodash";'],
];

describe("planted offences are seen", () => {
  const before = offences(tree).length;
  test.each(planted.map(([rule, path, text], place) => [`${place + 1} ${rule}, ${path}`, rule, path, text] as const))("%s", (_title, rule, path, text) => {
    const found = offences([...tree, readSource(path, text)]).filter((one) => one.path === path);
    expect(found.map((one) => one.rule)).toEqual([rule]);
    expect(before).toBe(offences(tree).length);
  });
});

test("a cycle over three files is seen, once, even through types", () => {
  const ring = ["a", "b", "c"].map((name, place, all) => readSource(`app/agreement/${name}.ts`, `import type { X } from "./${all[(place + 1) % 3]}.ts";`));
  expect(offences(ring).map(({ rule, why }) => [rule, why])).toEqual([["cycle", "app/agreement/a.ts → app/agreement/b.ts → app/agreement/c.ts → app/agreement/a.ts"]]);
});

test("what is allowed stays allowed", () => {
  const fine: [string, string][] = [
    ["app/archive/planted.server.ts", 'import { x } from "#app/organisation/y.server.ts"; import { now } from "#app/config/clock.server.ts"; export const at = new Date(0);'],
    ["app/agreement/planted.ts", 'import type { Settings } from "#app/config/settings.server.ts";'],
    ["app/agreement/planted.server.ts", 'import type { Prisma } from "#app/db/generated/client.ts"; import type { Tx } from "#app/db/client.server.ts";'],
    ["app/routes/shared/planted.tsx", 'import { x } from "#app/supervision/y.server.ts"; import { Button } from "@mantine/core";'],
    ["app/domain/points/planted.ts", "// data table\n".padEnd(3_000, "\n")],
  ];
  for (const [path, text] of fine) expect(offences([readSource(path, text)])).toEqual([]);
});

test.each([
  ["app/domain/points/a.ts", 80],
  ["app/routes/controller/a.tsx", 150],
  ["app/agreement/agreements.server.ts", 150],
  ["app/agreement/present.ts", 250],
  ["app/storage/fs-store.server.ts", 250],
  ["app/agreement/agreements.int.test.ts", 250],
])("the cap of %s is %i lines", (path, cap) => {
  expect(capOf({ path, firstLine: "" })).toBe(cap);
});
