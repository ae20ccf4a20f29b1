import { describe, expect, it, test } from "vitest";
import { raiseFromBreaches } from "./raise-from-breaches.ts";

describe("raiseFromBreaches", () => {
  it("finds nothing without breaches", () => {
    expect(raiseFromBreaches([])).toEqual([]);
  });

  test.each([
    [true, true, []],
    [false, true, ["K3-BREACH-OPEN major"]],
    [null, true, ["K3-BREACH-OPEN minor"]],
    [true, false, ["K3-BREACH-UNNOTIFIED major"]],
    [true, null, ["K3-BREACH-UNNOTIFIED minor"]],
    [false, false, ["K3-BREACH-OPEN major", "K3-BREACH-UNNOTIFIED major"]],
  ])("dealt with %s, notified %s", (dealtWith, notified, expected) => {
    const found = raiseFromBreaches([{ ref: "2026-04 mail", dealtWith, notified }], "breaches");
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
    expect(found.every(({ question, values }) => question === "breaches" && values.breach === "2026-04 mail")).toBe(true);
  });
});
