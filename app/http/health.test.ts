import { expect, test } from "vitest";
import { clockSkew } from "./health.server.ts";

test.each([
  ["read in between", 1_000, 1_400, 1_200, 0],
  ["a slow answer", 1_000, 9_000, 1_001, 0],
  ["our clock ahead", 5_000, 5_010, 2_000, 3_000],
  ["our clock behind", 5_000, 5_010, 8_010, 3_000],
])("clock skew: %s", (_name, before, after, at, skew) => {
  expect(clockSkew(before, after, at)).toBe(skew);
});
