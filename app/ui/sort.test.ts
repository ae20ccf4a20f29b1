import { describe, expect, it } from "vitest";
import { pageQuery, readPage, readSort, sortQuery } from "./sort.ts";

const url = (query: string) => new URL(`https://portal.example/agreements${query}`);
const fallback = { key: "due", direction: "ascending" } as const;

describe("the order of a list", () => {
  it.each([
    ["", "due", "ascending"],
    ["?sort=name", "name", "ascending"],
    ["?sort=-name", "name", "descending"],
    ["?sort=password", "due", "ascending"],
    ["?sort=--name", "due", "ascending"],
  ])("%s", (query, key, direction) => {
    expect(readSort(url(query), ["name", "due"], fallback)).toEqual({ key, direction });
  });

  it("turns on the second click and keeps the filter, not the page", () => {
    expect(sortQuery("?q=a&page=3", "name", fallback)).toBe("?q=a&sort=name");
    expect(sortQuery("?q=a&sort=name", "name", { key: "name", direction: "ascending" })).toBe("?q=a&sort=-name");
    expect(sortQuery("?sort=-name", "name", { key: "name", direction: "descending" })).toBe("?sort=name");
  });
});

describe("the page of a list", () => {
  it.each([["", 1], ["?page=2", 2], ["?page=0", 1], ["?page=-1", 1], ["?page=1.5", 1], ["?page=x", 1]])("%s", (query, page) => {
    expect(readPage(url(query))).toBe(page);
  });

  it("leaves page one out of the address", () => {
    expect([pageQuery("?q=a&page=2", 1), pageQuery("?q=a", 2)]).toEqual(["?q=a", "?q=a&page=2"]);
  });
});
