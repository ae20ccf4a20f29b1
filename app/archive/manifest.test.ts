import { describe, expect, it } from "vitest";
import { evidencePaths, isPackagePath, manifestOf } from "./manifest.ts";

describe("manifestOf", () => {
  it("is what sha256sum writes, in the order of paths", () => {
    expect(manifestOf([{ path: "b", sha256: "22" }, { path: "a/c", sha256: "11" }])).toBe("11  a/c\n22  b\n");
    expect(manifestOf([])).toBe("");
  });
});

describe("evidencePaths", () => {
  it("numbers the files, so that equal names stay apart", () => {
    expect(evidencePaths(["Erklæring 2026.pdf", "Erklæring 2026.pdf", "../x.txt"])).toEqual(["evidence/01-Erklæring-2026.pdf", "evidence/02-Erklæring-2026.pdf", "evidence/03-x.txt"]);
  });
  it.each([[99, "evidence/01-a"], [100, "evidence/001-a"]])("gives %i files numbers of one length", (count, first) => {
    const paths = evidencePaths(Array.from({ length: count }, () => "a"));
    expect(paths[0]).toBe(first);
    expect(new Set(paths.map((path) => path.length)).size).toBe(1);
  });
  it("always gives paths a package may hold", () => {
    const odd = ["\u202E", "-", "…", "a\nb", "😀.pdf", "con", "é".normalize("NFD"), "\u0301a.pdf", "x".repeat(400)];
    for (const path of evidencePaths(odd)) expect(isPackagePath(path), path).toBe(true);
  });
});

describe("isPackagePath", () => {
  it.each(["/a", "../a", "a/../b", "a//b", "a\\b", "a\nb", ".a", "", "a b", "a/"])("refuses %j", (path) => expect(isPackagePath(path)).toBe(false));
  it.each(["report.pdf", "evidence/01-Erklæring.pdf", "a/b/c.json"])("takes %j", (path) => expect(isPackagePath(path)).toBe(true));
});
