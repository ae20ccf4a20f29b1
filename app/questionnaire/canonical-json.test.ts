import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

it.each<[unknown, string]>([
  [{ b: 1, a: [true, null, "æ\n"] }, '{"a":[true,null,"æ\\n"],"b":1}'],
  [{ "\u20ac": 1, "\r": 2, "1": 3, "\ud83d\ude02": 4, "\ufb33": 5 }, '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude02":4,"\ufb33":5}'],
  [{ x: undefined, y: 1e21, z: -0 }, '{"y":1e+21,"z":0}'],
  [[], "[]"],
])("%j", (value, expected) => expect(canonicalJson(value)).toBe(expected));

it.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(0), () => 1, 1n, new Map()])("refuses what is not JSON: %s", (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});
