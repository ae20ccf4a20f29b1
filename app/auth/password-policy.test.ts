import { describe, expect, it } from "vitest";
import { passwordFlaw } from "./password-policy.ts";

const own = { email: "mette.holm@vestklinik.dk", names: ["Mette Holm", "Lægehuset Vest"] };

describe("a new password", () => {
  it.each([
    ["elleve tegn", "skovsti 8 æ", "too-short"],
    ["tolv tegn", "skovsti 8 æø", null],
    ["128 tegn", "ærteblomst ko".padEnd(128, "xyz klm 12"), null],
    ["129 tegn", "ærteblomst ko".padEnd(129, "xyz klm 12"), "too-long"],
    ["a decomposed letter counts as one", "skovsti 8 o\u0308", "too-short"],
    ["any composition", "kanel fløjte bogreol", null],
    ["the usual with digits behind", "Adgangskode2026!", "common"],
    ["the usual with signs before", "!!!password123", "common"],
    ["a keyboard walk", "1q2w3e4r5t6y", "common"],
    ["digits in a row", "123456789012", "common"],
    ["letters in a row", "abcdefghijkl", "common"],
    ["few different signs", "abababababab", "common"],
    ["the address", "Xmette.holm@vestklinik.dkX", "own-words"],
    ["the part before the @", "godmetteholm77", "own-words"],
    ["the organisation", "laks LægehusetVest 1", "own-words"],
    ["a word of the organisation", "mit-lægehuset-er-godt", "own-words"],
    ["a short own word is too common to forbid", "holm og havgus over Fur", null],
  ])("%s", (_what, password, flaw) => {
    expect(passwordFlaw(password, own)).toBe(flaw);
  });

  it("knows nothing of nobody", () => {
    expect(passwordFlaw("kanel fløjte bogreol", { email: "", names: [""] })).toBeNull();
  });
});
