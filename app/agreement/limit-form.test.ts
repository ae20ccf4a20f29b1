import { describe, expect, it } from "vitest";
import { missingOf } from "./grouped-limits.ts";
import { limitForm } from "./limit-form.ts";

const typed = { kind: "patching", value: "14", unit: "days", runsFrom: "release", source: "C.2 d.8" };
const errors = (given: Record<string, string>) => limitForm.safeParse({ ...typed, ...given }).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("a limit as typed", () => {
  it("is a number with a unit, or words without one", () => {
    expect(limitForm.parse(typed)).toEqual({ kind: "patching", value: 14, unit: "days", runsFrom: "release", source: "C.2 d.8", note: "" });
    expect(limitForm.parse({ ...typed, value: " ", unit: "reasonable-time" })).toMatchObject({ value: null, unit: "reasonable-time" });
    expect(limitForm.parse({ ...typed, kind: "lockout", value: "5", unit: "attempts" })).toMatchObject({ value: 5 });
    expect(limitForm.parse({ ...typed, value: "1" })).toMatchObject({ value: 1 });
    expect(limitForm.parse({ ...typed, value: "99999" })).toMatchObject({ value: 99_999 });
  });

  it.each([
    ["no kind there is", { kind: "made-up" }, ["kind limit:error.kind"]],
    ["no number beside a unit", { value: "" }, ["value limit:error.valueNeeded"]],
    ["a number beside words", { unit: "immediately" }, ["value limit:error.valueBesideWords"]],
    ["0", { value: "0" }, ["value limit:error.value"]],
    ["a fraction", { value: "1,5" }, ["value limit:error.value"]],
    ["100000", { value: "100000" }, ["value limit:error.value"]],
    ["attempts of days", { unit: "attempts" }, ["unit limit:error.unitOfKind"]],
    ["a lockout after days", { kind: "lockout" }, ["unit limit:error.unitOfKind"]],
    ["a unit that is none", { unit: "moons" }, ["unit limit:error.unit"]],
    ["no source", { source: " " }, ["source limit:error.source"]],
  ])("refuses %s", (_name, given, said) => expect(errors(given)).toEqual(said));
});

it("a set brings what is not there from its source, whatever value it was changed to", () => {
  expect(missingOf([], "secretariat").map(({ kind }) => kind)).toEqual(["breach-notice", "subprocessor-notice"]);
  expect(missingOf([{ kind: "breach-notice", value: 12, unit: "hours", runsFrom: "", source: "DBS" }], "secretariat").map(({ kind }) => kind)).toEqual(["subprocessor-notice"]);
});
