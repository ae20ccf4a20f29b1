import { describe, expect, it } from "vitest";
import { isMailAddress, oneLine } from "./one-line.ts";

describe("one line", () => {
  it.each([
    ["Region Syd", "Region Syd"],
    ["Region\r\nBcc: a@b.example", "Region Bcc: a@b.example"],
    ["a\u0000b\u007fc\u0085d\u2028e\u2029f", "a b c d e f"],
    ["\u202egnp.exe", "gnp.exe"],
    ["  two   spaces ", "two spaces"],
  ])("%j becomes %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it.each([[200, 200], [201, 200]])("%i signs become %i", (given, kept) => {
    expect(oneLine("x".repeat(given))).toHaveLength(kept);
  });
});

describe("a mail address", () => {
  it.each(["a@b.example", "fru.ågård+tilsyn@kommune.example", "o'brien@b.example"])("%s can be one", (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each(["", "a", "a@", "@b", "a@b@c", "a b@c.example", "a@b.example\n", "a@b.example,c@d.example", "<a@b.example>", `${"a".repeat(250)}@b.dk`, '"a"@b.example', "a@b.example\u0000"])("%j cannot", (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
