import { expect, it } from "vitest";
import { toCsv } from "./to-csv.ts";

it.each([
  ["plain", '"plain"'],
  ['says "no"; twice', '"says ""no""; twice"'],
  ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
  [" @sum", `"' @sum"`],
  ["-1", `"'-1"`],
  ["a\r\nb", '"a\nb"'],
  [7, "7"],
  [null, ""],
])("writes %o as %s", (value, written) => {
  expect(toCsv([[value, "x"]])).toBe(`\ufeff${written};"x"\r\n`);
});
