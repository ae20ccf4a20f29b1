import { expect, test } from "vitest";
import { changedFacts } from "../clean-statement.sample.ts";
import { gap13, gap15 } from "./use.ts";

test.each<[string | null, boolean]>([
  ["IT department", false],
  [" ", true],
  [null, true],
])("GAP-13: a complementary control owned by %j: fires %s", (ourOwner, fires) => {
  const complementaryControls = [{ ref: "CC1", text: "Remove leavers", ourOwner, ourStatus: null }];
  expect(gap13(changedFacts({}, { complementaryControls })).map(({ rule, values }) => [rule, values.control])).toEqual(fires ? [["GAP-13", "CC1"]] : []);
});

test.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
])("GAP-15: joint %s, sharing forbidden %s: fires %s", (jointSupervision, sharingForbidden, fires) => {
  expect(gap15(changedFacts({ jointSupervision }, { sharingForbidden })).map(({ rule }) => rule)).toEqual(fires ? ["GAP-15"] : []);
});
