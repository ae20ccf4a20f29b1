import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path.ts";

describe("where to go on after signing in", () => {
  it.each(["/", "/overview", "/agreements?sort=points&page=2", "/inbox/0191/answer#q3", "/invitations/abc_-9", "/audit?q=a%2Fb"])("%s is a page of ours", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/ /evil", "/\n//evil.example", "javascript:alert(1)", "overview", "", "/a\\b", "/\u0000x",
    "/sign-in?next=/sign-in", "/sign-out", `/${"a".repeat(501)}`, null, undefined, 7, ["/overview"],
  ])("%j is not", (value) => {
    expect(nextPath(value)).toBeNull();
  });
});
