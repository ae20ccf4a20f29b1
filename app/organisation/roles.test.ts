import { describe, expect, it } from "vitest";
import { foundersRoles, grantableRoles, rolesOf, takesLastAdministrator } from "./roles.ts";

const controller = { isController: true, isProcessor: false };
const processor = { isController: false, isProcessor: true };
const both = { isController: true, isProcessor: true };

describe("roles an organisation can give", () => {
  it("are those of its sides", () => {
    expect(rolesOf(controller)).toEqual(["administrator", "caseworker", "dpo", "reader"]);
    expect(rolesOf(processor)).toEqual(["administrator", "respondent", "signatory", "reader"]);
    expect(rolesOf(both)).toEqual(["administrator", "caseworker", "dpo", "respondent", "signatory", "reader"]);
    expect(foundersRoles(processor)).toEqual(["administrator", "respondent", "signatory"]);
  });

  it.each([
    [["dpo", "administrator"], controller, ["administrator", "dpo"]],
    [["dpo", "dpo"], controller, ["dpo"]],
    [[], controller, null],
    [["signatory"], controller, null],
    [["reader", "signatory"], controller, null],
    [["owner"], both, null],
  ])("of %j gives %j", (wished, sides, given) => {
    expect(grantableRoles(wished, sides)).toEqual(given);
  });
});

describe("the last administrator", () => {
  it.each([
    ["gives it up", ["a"], "a", ["dpo"], true],
    ["leaves", ["a"], "a", [], true],
    ["keeps it", ["a"], "a", ["administrator"], false],
    ["is one of two", ["a", "b"], "a", [], false],
    ["is somebody else", ["a"], "b", [], false],
  ] as const)("%s", (_what, administrators, member, next, last) => {
    expect(takesLastAdministrator(administrators, member, next)).toBe(last);
  });
});
