import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleLabels, sampleReport } from "#tests/support/report-sample.ts";
import { requireTool } from "#tests/support/require-tool.ts";
import { reportPdf } from "./report-pdf.server.ts";
import type { ReportView } from "./report-view.ts";

let folder: string;
beforeAll(async () => {
  requireTool("pdftotext", "poppler-utils");
  folder = await mkdtemp(join(tmpdir(), "report-"));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(view: ReportView) {
  const path = join(folder, "report.pdf");
  await writeFile(path, await buffer(reportPdf(view, sampleLabels)));
  const run = (tool: string, ...options: string[]) => execFileSync(tool, [...options, path, ...(tool === "pdftotext" ? ["-"] : [])], { encoding: "utf8", maxBuffer: 2 ** 26 });
  return { text: run("pdftotext", "-raw").replace(/\s+/gu, " "), info: run("pdfinfo"), fonts: run("pdffonts"), structure: run("pdfinfo", "-struct") };
}
const texts = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return value && typeof value === "object" && !(value instanceof Date) ? Object.entries(value).flatMap(([key, each]) => (key === "tone" ? [] : texts(each))) : [];
};

describe("reportPdf", () => {
  it("says everything the view holds", async () => {
    const { text } = await read(sampleReport);
    const squeezed = text.replaceAll(" ", "");
    for (const wanted of texts({ ...sampleReport, language: "" })) expect(squeezed, wanted).toContain(wanted.normalize("NFC").replace(/\s+/gu, ""));
  });

  it("has a title, a language, structure, embedded fonts and numbered pages", async () => {
    const { info, fonts, text, structure } = await read(sampleReport);
    expect(info).toMatch(/Title:\s+Tilsyn med Journalhuset A\/S/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const pages = Number(/Pages:\s+(\d+)/.exec(info)![1]);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Side ${page} af ${pages}`);
    const embedded = fonts.trim().split("\n").slice(2);
    expect(embedded.length).toBe(3);
    for (const font of embedded) expect(font).toMatch(/ yes yes yes /);
    expect(structure).toMatch(/H1[\s\S]*H2[\s\S]*Table[\s\S]*H3/);
  });

  it("is the same each time", async () => {
    const [once, again] = await Promise.all([buffer(reportPdf(sampleReport, sampleLabels)), buffer(reportPdf(sampleReport, sampleLabels))]);
    expect(again.equals(once)).toBe(true);
  });

  it("loses nothing of a text longer than pages, of a word without end, of a cell taller than a page", async () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `ord${index}`);
    const endless = Array.from({ length: 9_000 }, (_, index) => "abcdefghij"[index % 10]).join("");
    const [first] = sampleReport.answers;
    const { text, info } = await read({
      ...sampleReport,
      answers: [{ ...first!, question: "Hvorfor? ".repeat(300), answer: words.join(" ") }, { ...first!, comment: endless }],
      request: { ...sampleReport.request, message: `${words.slice(0, 1_000).join("\n")}\nslut` },
      audit: [{ when: "i dag", who: "Åse", what: words.join(" ") }, ...Array.from({ length: 300 }, (_, index) => ({ when: "i dag", who: "Bo", what: `hændelse nr. ${index}` }))],
      conclusion: { ...sampleReport.conclusion!, reason: words.slice(0, 1_000).join(" ") },
    });
    expect(Number(/Pages:\s+(\d+)/.exec(info)![1])).toBeGreaterThan(20);
    for (const word of words) expect(text.split(`${word} `).length - 1, word).toBeGreaterThanOrEqual(2);
    expect(text.replace(/[^a-j]/gu, "")).toContain(endless.slice(0, 60));
    expect((text.replace(/\s/gu, "").match(/abcdefghij/gu) ?? []).length).toBeGreaterThanOrEqual(880);
    expect(text).toContain("hændelse nr. 299");
  });

  it("stands up to what people paste", async () => {
    const [first] = sampleReport.answers;
    const { text } = await read({ ...sampleReport, answers: [{ ...first!, answer: "a\u202Eb\u0000c\u200Bd \ud83d 😀 日本 Łódź ≥ → \t x\r\ny" }], findings: [], files: [], audit: [], correspondence: [], score: null, conclusion: null });
    expect(text).toContain("abcd");
    expect(text).toContain("Łódź ≥ →");
    expect(text).toContain(sampleLabels.none.findings);
    expect(text).toContain(sampleLabels.none.conclusion);
  });
});
