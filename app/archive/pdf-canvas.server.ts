import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Tone } from "./report-view.ts";

const resolve = createRequire(import.meta.url).resolve;
const faces = {
  text: resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
  strong: resolve("@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
  display: resolve("@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
};
export type Face = keyof typeof faces;
export const inks = { text: "#16211f", quiet: "#5b686e", accent: "#1b566b", line: "#d3dadd", wash: "#f3f6f7" };
export const tones: Record<Tone, string> = { good: "#245c36", caution: "#6f4d0c", bad: "#a1352a", neutral: "#4a565b" };

export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 74, bottom: 68 };
export const column = { left: page.left, width: page.width - page.left - page.right, bottom: page.height - page.bottom };

export type Style = { face?: Face; size?: number; ink?: string; leading?: number; align?: "left" | "right"; tracking?: number };
export type Structure = PDFKit.PDFStructureElement;

/** More characters than a page can hold: no more are measured at a time. */
export const pageful = 8_000;

/** A place where a line may end, without a width. Words that no line can hold get one every 40 characters: setting them whole takes minutes. */
const mayBreak = "\u200B";
const endlessWord = /[^\s\u200B]{81,}/gu;

/** Text as a page can show it: NFC, line ends alike, no invisible characters that could turn a sentence around. */
const printable = (text: string) => text.normalize("NFC").replace(/\r\n?/gu, "\n").replace(/\t/gu, "    ").replace(/(?!\u200B)[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/gu, "")
  .replace(endlessWord, (word) => word.replace(/.{40}(?=.)/gu, `$&${mayBreak}`));

export type Canvas = ReturnType<typeof createCanvas>;

/** A PDF under construction: a cursor `y`, text in our styles, and a structure tree, so that a reader program can read it aloud. */
export function createCanvas(meta: { title: string; author: string; subject: string; language: string; createdAt: Date }) {
  const doc = new PDFDocument({
    size: "A4", margins: { top: page.top, bottom: 0, left: page.left, right: page.right }, bufferPages: true, autoFirstPage: false,
    pdfVersion: "1.7", tagged: true, lang: meta.language, displayTitle: true,
    info: { Title: meta.title, Author: meta.author, Subject: meta.subject, Creator: "Tilsynsportalen", Producer: "Tilsynsportalen", CreationDate: meta.createdAt, ModDate: meta.createdAt },
  });
  for (const [name, path] of Object.entries(faces)) doc.registerFont(name, path);
  const root = doc.struct("Document");
  doc.addStructure(root);
  let y = page.top;

  function apply({ face = "text", size = 9.5, ink = inks.text }: Style) {
    doc.font(face).fontSize(size).fillColor(ink);
  }
  const options = (width: number, { size = 9.5, leading = 1.36, align = "left", tracking = 0 }: Style) => {
    const natural = doc.currentLineHeight(false) / size;
    return { width, align, characterSpacing: tracking, lineGap: (leading - natural) * size };
  };
  /** Height of `text` set in `width`. */
  function heightOf(text: string, width: number, style: Style = {}): number {
    apply(style);
    return doc.heightOfString(printable(text) || " ", options(width, style));
  }
  function widthOf(text: string, style: Style = {}): number {
    apply(style);
    return doc.widthOfString(printable(text), { characterSpacing: style.tracking ?? 0 });
  }
  /** Draws `text` at a place. The caller has seen to it that it fits. */
  function textAt(text: string, x: number, top: number, width: number, style: Style = {}) {
    apply(style);
    doc.text(printable(text), x, top, options(width, style));
  }
  function newPage() {
    doc.addPage();
    y = page.top;
  }
  /** Goes to a new page unless `height` is left on this one. */
  function room(height: number) {
    if (y + height > column.bottom) newPage();
  }
  /** As much of `text` as fits in `height`, and the rest. Always takes at least one word. */
  function split(text: string, width: number, height: number, style: Style): [string, string] {
    if (text.length <= pageful && heightOf(text, width, style) <= height) return [text, ""];
    const all = printable(text);
    const words = all.slice(0, pageful).split(/(?<=[\s\u200B])/u);
    let [low, high] = [1, words.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (heightOf(words.slice(0, middle).join("").trimEnd(), width, style) <= height) low = middle;
      else high = middle - 1;
    }
    return [words.slice(0, low).join("").trimEnd(), words.slice(low).join("") + all.slice(pageful)];
  }
  /** Draws something that is part of the content, as a structure element of its own below `parent`. */
  function tag(type: string, draw: () => void, parent: Structure = root) {
    const element = doc.struct(type, {}, draw);
    parent.add(element);
    element.end();
  }
  /** A structure element that others go into; end it when they have. */
  function group(type: string, parent: Structure = root): Structure {
    const element = doc.struct(type);
    parent.add(element);
    return element;
  }
  /** Draws something that only adorns. */
  function adorn(draw: () => void) {
    doc.markContent("Artifact", { type: "Layout" });
    draw();
    doc.endMarkedContent();
  }
  const rule = (top: number, ink = inks.line, weight = 0.6, x = column.left, width = column.width) =>
    adorn(() => void doc.moveTo(x, top).lineTo(x + width, top).lineWidth(weight).strokeColor(ink).stroke());
  const box = (x: number, top: number, width: number, height: number, ink: string) => adorn(() => void doc.rect(x, top, width, height).fill(ink));

  return {
    doc, heightOf, widthOf, textAt, newPage, room, split, tag, group, adorn, rule, box,
    get y() { return y; },
    set y(to: number) { y = to; },
    end() {
      root.end();
      doc.end();
    },
  };
}
