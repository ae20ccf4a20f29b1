import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { sourceWords } from "./source-words.ts";

const languages = loadBothLanguages();
const { t } = languages.da;

describe("sourceWords", () => {
  test.each([
    ["004:269", "Datatilsynet 2021, kravene til databehandleraftalen"],
    ["004:336", "Datatilsynet 2021, koncept 2"],
    ["004:418", "Datatilsynet 2021, koncept 3"],
    ["004:420", "Datatilsynet 2021, koncept 4"],
    ["004:481", "Datatilsynet 2021, koncept 5"],
    ["004:515-517", "Datatilsynet 2021, koncept 6"],
    ["004:566-576", "Datatilsynet 2021, om underdatabehandlere"],
    ["000 3.10; 001 C.2 b.7", "sikkerhedsinstruksen pkt. 3.10; aftaleskabelonen pkt. C.2 b.7"],
    ["004:485; 004:481", "Datatilsynet 2021, koncept 5"],
    ["Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)", "Datatilsynet 2021, koncept 3, note 3; GDPR art. 33(2)"],
    ["003 ABS-13", "Absalons tjekliste, ABS-13"],
    ["DBS", "Det Fælleskommunale Databehandlersekretariats skabelon"],
    ["ISAE 3000", "ISAE 3000"],
    ["C.5.2", "aftaleskabelonen pkt. C.5.2"],
  ])("%s", (source, said) => expect(sourceWords(t, source)).toBe(said));

  test("is said in English too", () => expect(sourceWords(languages.en.t, "Datatilsynet 2021, koncept 5")).toBe("Datatilsynet 2021, concept 5"));

  test("no question of ours has a source that people cannot read", () => {
    const folder = new URL("../../../questionnaires/requests/", import.meta.url);
    const sources = readdirSync(folder).flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/"source": "([^"]+)"/g)].map((found) => String(found[1])));
    expect(sources.length).toBeGreaterThan(20);
    for (const source of sources) expect(sourceWords(t, source), source).not.toMatch(/00[0-4][ :]|finding:|^guide/);
  });
});
