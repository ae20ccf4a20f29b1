import { expect, test } from "vitest";
import { changedFacts, CLEAN_STATEMENT } from "../clean-statement.sample.ts";
import { gap11 } from "./independence.ts";

test.each<[boolean | null, boolean | null, string | null]>([
  [true, false, null],
  [true, null, null],
  [false, false, "not-declared"],
  [null, false, "not-declared"],
  [true, true, "related"],
  [false, true, "related"],
])("GAP-11: declared %s, related %s", (independenceDeclared, relatedToProcessor, aspect) => {
  const auditor = { ...CLEAN_STATEMENT.auditor, independenceDeclared, relatedToProcessor };
  const found = gap11(changedFacts({}, { auditor }));
  expect(found.map(({ rule, blocking, values }) => [rule, blocking, values.aspect])).toEqual(aspect === null ? [] : [["GAP-11", true, aspect]]);
});
