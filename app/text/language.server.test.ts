import { describe, expect, it } from "vitest";
import { pickLanguage } from "./language.server.ts";

const request = (headers: Record<string, string>) => new Request("https://portal.example/", { headers });

describe("the language of an answer", () => {
  it.each([
    [{}, null, "da"],
    [{ "Accept-Language": "en-GB,en;q=0.9,da;q=0.8" }, null, "en"],
    [{ "Accept-Language": "en;q=0.4, da-DK;q=0.9" }, null, "da"],
    [{ "Accept-Language": "da;q=0, en" }, null, "en"],
    [{ "Accept-Language": "nb-NO, en" }, null, "da"],
    [{ "Accept-Language": "de-DE" }, null, "en"],
    [{ "Accept-Language": "*" }, null, "da"],
    [{ "Accept-Language": "en", Cookie: "a=1; lang=da" }, null, "da"],
    [{ Cookie: "lang=fr" }, null, "da"],
    [{ Cookie: "lang=da" }, "en", "en"],
    [{ Cookie: "lang=en" }, "xx", "en"],
  ])("%j with the person's %s", (headers, locale, language) => {
    expect(pickLanguage(request(headers), locale)).toBe(language);
  });
});
