import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { envExample } from "./env-example.ts";
import { loggedPath } from "./log.server.ts";
import { readSettings, SettingsError } from "./settings.server.ts";

const production = {
  PUBLIC_URL: "https://tilsyn.example.dk",
  DATABASE_RUNTIME_URL: "postgresql://portal_runtime:x@db/portal",
  EVIDENCE_STORE: "fs",
  EVIDENCE_DIR: "/srv/evidence",
  SMTP_URL: "smtps://user:secret@mail.example.dk",
  MAIL_FROM: "Tilsyn <tilsyn@example.dk>",
  SUPPORT_EMAIL: "support@example.dk",
};

test(".env.example says what the settings say", () => {
  expect(readFileSync(".env.example", "utf8")).toBe(envExample());
});

test("the embedded default needs nothing", () => {
  const result = readSettings({}, "embedded");
  expect(result).toMatchObject({ ok: true, settings: { port: 3000, publicUrl: "http://localhost:3000", mail: { smtpUrl: null }, evidence: { kind: "fs", directory: ".data/evidence" } } });
});

test("the embedded public address follows the port", () => {
  expect(readSettings({ PORT: "4100" }, "embedded")).toMatchObject({ ok: true, settings: { publicUrl: "http://localhost:4100" } });
});

test("production lists everything missing at once", () => {
  const result = readSettings({}, "production", ["DATABASE_URL"]);
  if (result.ok) throw new Error("expected a refusal");
  expect(result.problems.map((problem) => problem.split(" ")[0])).toEqual(["PUBLIC_URL", "DATABASE_RUNTIME_URL", "EVIDENCE_STORE", "SMTP_URL", "MAIL_FROM", "SUPPORT_EMAIL", "DATABASE_URL"]);
  expect(new SettingsError(result.problems).message).toContain("\n  - SMTP_URL is missing");
});

test("production starts on a complete list", () => {
  expect(readSettings(production, "production")).toMatchObject({ ok: true, settings: { publicUrl: "https://tilsyn.example.dk", database: { ownerUrl: null } } });
});

test("an object store needs its four settings", () => {
  const result = readSettings({ ...production, EVIDENCE_STORE: "s3" }, "production");
  expect(result).toMatchObject({ ok: false });
  if (!result.ok) expect(result.problems).toHaveLength(4);
});

test.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "3000x"],
  ["PUBLIC_URL", "http://tilsyn.example.dk"],
  ["PUBLIC_URL", "https://tilsyn.example.dk/portal"],
  ["PUBLIC_URL", "tilsyn.example.dk"],
  ["DATABASE_RUNTIME_URL", "mysql://db"],
  ["EVIDENCE_STORE", "disk"],
  ["SMTP_URL", "mail.example.dk"],
  ["MAIL_FROM", "nobody"],
  ["TRUST_PROXY", "yes"],
  ["LOG_LEVEL", "verbose"],
])("a malformed %s (%s) is named and its value is not repeated", (name, value) => {
  const result = readSettings({ ...production, [name]: value }, "production");
  if (result.ok) throw new Error("expected a refusal");
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]).toMatch(new RegExp(`^${name} must`));
});

test.each([
  ["/agreements/6f0c2c0e-8a0e-4d0b-9b57-0d1f2f3a4b5c?from=mail", "/agreements/6f0c2c0e-8a0e-4d0b-9b57-0d1f2f3a4b5c"],
  ["/first-run/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6", "/first-run/…"],
  ["/assets/entry.client-abcdefghijklmnop.js", "/assets/entry.client-abcdefghijklmnop.js"],
])("the log writes %s as %s", (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});
