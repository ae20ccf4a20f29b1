import { describe, expect, test } from "vitest";
import { judgeOrigin, ownOrigins } from "./same-origin.ts";

const own = ["https://tilsyn.example.dk"];
const headers: [string, { origin?: string; secFetchSite?: string }, string][] = [
  ["our page", { origin: "https://tilsyn.example.dk", secFetchSite: "same-origin" }, "ok"],
  ["our page in an old browser", { origin: "https://tilsyn.example.dk" }, "ok"],
  ["typed or reloaded by the person", { origin: "https://tilsyn.example.dk", secFetchSite: "none" }, "ok"],
  ["another site", { origin: "https://evil.example", secFetchSite: "cross-site" }, "cross-site"],
  ["another site that claims our origin", { origin: "https://tilsyn.example.dk", secFetchSite: "cross-site" }, "cross-site"],
  ["a sister host", { origin: "https://files.example.dk", secFetchSite: "same-site" }, "cross-site"],
  ["another site in an old browser", { origin: "https://evil.example" }, "other-origin"],
  ["our host without TLS", { origin: "http://tilsyn.example.dk" }, "other-origin"],
  ["our host on another port", { origin: "https://tilsyn.example.dk:8443" }, "other-origin"],
  ["our name as a prefix", { origin: "https://tilsyn.example.dk.evil.example" }, "other-origin"],
  ["a sandboxed frame", { origin: "null", secFetchSite: "same-origin" }, "no-origin"],
  ["no origin at all", {}, "no-origin"],
  ["no origin, but a good site", { secFetchSite: "same-origin" }, "no-origin"],
];

describe.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s", (method) => {
  test.each(headers)("from %s", (_name, { origin, secFetchSite }, expected) => {
    const verdict = judgeOrigin({ method, origin, secFetchSite }, own);
    expect(verdict.ok ? "ok" : verdict.reason).toBe(expected);
  });
});

test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing and may come from anywhere", (method) => {
  expect(judgeOrigin({ method, origin: "https://evil.example", secFetchSite: "cross-site" }, own)).toEqual({ ok: true });
});

test("this machine's names count only in the embedded default", () => {
  expect(ownOrigins({ mode: "embedded", publicUrl: "http://localhost:3000", port: 3000 })).toEqual(["http://localhost:3000", "http://127.0.0.1:3000"]);
  expect(ownOrigins({ mode: "production", publicUrl: "https://tilsyn.example.dk", port: 3000 })).toEqual(["https://tilsyn.example.dk"]);
});
