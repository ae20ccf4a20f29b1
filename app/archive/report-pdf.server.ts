import type { Readable } from "node:stream";
import { column, createCanvas, inks, page, tones } from "./pdf-canvas.server.ts";
import type { Canvas, Style } from "./pdf-canvas.server.ts";
import { drawFacts, drawTable, heightOfFacts } from "./pdf-table.server.ts";
import { reportBlocks } from "./report-blocks.ts";
import type { Block } from "./report-blocks.ts";
import type { ReportLabels, ReportView } from "./report-view.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

function paragraph(canvas: Canvas, type: string, text: string, style: Style, after: number, left = column.left, width = column.width): void {
  let rest = text;
  canvas.room(Math.min(canvas.heightOf(text.slice(0, 300), width, style), 44));
  do {
    const [now, later] = canvas.split(rest, width, column.bottom - canvas.y, style);
    canvas.tag(type, () => canvas.textAt(now, left, canvas.y, width, style));
    canvas.y += canvas.heightOf(now, width, style);
    rest = later;
    if (rest) canvas.newPage();
  } while (rest);
  canvas.y += after;
}

function drawTitle(canvas: Canvas, { kicker, title, subtitle }: Of<"title">): void {
  paragraph(canvas, "P", kicker, { face: "strong", size: 9, ink: inks.accent }, 10);
  paragraph(canvas, "H1", title, { face: "display", size: 23, leading: 1.18 }, 6);
  paragraph(canvas, "P", subtitle, { size: 12, ink: inks.quiet, leading: 1.35 }, 20);
}

function drawVerdict(canvas: Canvas, { label, outcome, line, text }: Of<"verdict">): void {
  const [left, width] = [column.left + 18, column.width - 34];
  const word: Style = { face: "display", size: 16, ink: tones[outcome.tone], leading: 1.25 };
  const quiet: Style = { size: 9, ink: inks.quiet };
  const [reason] = canvas.split(text, width, 260, {});
  const height = 14 + canvas.heightOf(label, width, quiet) + canvas.heightOf(outcome.word, width, word) + 5 + canvas.heightOf(reason, width) + 5 + canvas.heightOf(line, width, quiet) + 13;
  const top = canvas.y;
  canvas.box(column.left, top, column.width, height, inks.wash);
  canvas.box(column.left, top, 4, height, tones[outcome.tone]);
  canvas.y = top + 14;
  paragraph(canvas, "P", label, quiet, 0, left, width);
  paragraph(canvas, "P", outcome.word, word, 5, left, width);
  paragraph(canvas, "P", reason.length < text.trimEnd().length ? `${reason} …` : reason, {}, 5, left, width);
  paragraph(canvas, "P", line, quiet, 0, left, width);
  canvas.y = top + height + 10;
}

function drawSection(canvas: Canvas, title: string, number: number): void {
  canvas.room(130);
  canvas.y += canvas.y > page.top ? 14 : 0;
  canvas.rule(canvas.y, inks.accent, 1);
  canvas.y += 9;
  paragraph(canvas, "H2", `${number}  ${title}`, { face: "display", size: 14, leading: 1.25 }, 8);
}

function drawColumns(canvas: Canvas, { left, right }: Of<"columns">): void {
  const width = (column.width - 24) / 2;
  const label: Style = { size: 8.5, ink: inks.quiet, leading: 1.3 };
  const draw = (facts: Of<"columns">["left"], x: number) => facts.forEach(([name, value], index) => {
    paragraph(canvas, "P", name, label, 0, x, width);
    paragraph(canvas, "P", value, index === 0 ? { face: "strong", size: 11 } : {}, 4, x, width);
  });
  canvas.room(120);
  const top = canvas.y;
  draw(left, column.left);
  const bottom = canvas.y;
  canvas.y = top;
  draw(right, column.left + width + 24);
  canvas.y = Math.max(bottom, canvas.y) + 8;
}

function drawQuote(canvas: Canvas, { label, text }: Of<"quote">): void {
  canvas.y += 6;
  paragraph(canvas, "P", label, { size: 9.5, ink: inks.quiet }, 2);
  paragraph(canvas, "P", text, { size: 9.5, leading: 1.42 }, 12, column.left + 14, column.width - 28);
}

function drawCard(canvas: Canvas, { number, title, rated, facts }: Of<"card">, isFirst: boolean): void {
  const [left, width] = [column.left + 26, column.width - 26];
  const place = { left, width, label: 102 };
  const heading: Style = { face: "strong", size: 10.5, leading: 1.3 };
  const word: Style = { face: "strong", size: 9 };
  const headHeight = canvas.heightOf(title, width, heading) + 30;
  const whole = headHeight + heightOfFacts(canvas, facts, place);
  const top = canvas.y;
  canvas.room(whole < 300 ? whole : headHeight + 60);
  if (!isFirst && canvas.y === top) {
    canvas.rule(top);
    canvas.y += 9;
  }
  canvas.tag("P", () => canvas.textAt(number, column.left, canvas.y, 22, { ...heading, ink: inks.accent }));
  paragraph(canvas, "H3", title, heading, 3, left, width);
  let x = left;
  for (const { label, value } of rated) {
    const words = `${label}: ${value.word}`;
    canvas.box(x, canvas.y + 3.2, 5.5, 5.5, tones[value.tone]);
    canvas.tag("P", () => canvas.textAt(words, x + 10, canvas.y, width, { ...word, ink: tones[value.tone] }));
    x += 10 + canvas.widthOf(words, word) + 20;
  }
  canvas.y += rated.length ? 17 : 2;
  drawFacts(canvas, facts, place);
  canvas.y += 5;
}

function drawBlock(canvas: Canvas, block: Block, before: Block | undefined, section: number): void {
  if (block.kind === "title") drawTitle(canvas, block);
  else if (block.kind === "verdict") drawVerdict(canvas, block);
  else if (block.kind === "section") drawSection(canvas, block.title, section);
  else if (block.kind === "columns") drawColumns(canvas, block);
  else if (block.kind === "facts") drawFacts(canvas, block.facts);
  else if (block.kind === "table") drawTable(canvas, block);
  else if (block.kind === "card") drawCard(canvas, block, before?.kind !== "card");
  else if (block.kind === "quote") drawQuote(canvas, block);
  else paragraph(canvas, "P", block.text, block.quiet ? { ink: inks.quiet } : {}, 8);
}

function drawMargins(canvas: Canvas, view: ReportView, labels: ReportLabels): void {
  const { start, count } = canvas.doc.bufferedPageRange();
  const style: Style = { size: 8, ink: inks.quiet };
  for (let index = start; index < start + count; index += 1) {
    canvas.doc.switchToPage(index);
    const foot = page.height - 42;
    canvas.adorn(() => {
      if (index > start) {
        canvas.textAt(`${view.title} · ${view.controller.name}`, column.left, 38, column.width - 120, style);
        canvas.textAt(view.reference, column.left + column.width - 120, 38, 120, { ...style, align: "right" });
      }
      canvas.textAt(labels.created, column.left, foot, column.width - 90, style);
      canvas.textAt(labels.page(index - start + 1, count), column.left + column.width - 90, foot, 90, { ...style, align: "right" });
    });
  }
}

/** The report of one supervision as a PDF: the same view and labels give the same bytes. */
export function reportPdf(view: ReportView, labels: ReportLabels): Readable {
  const canvas = createCanvas({ title: view.title, author: view.controller.name, subject: view.subtitle, language: view.language, createdAt: view.createdAt });
  canvas.newPage();
  let section = 0;
  let before: Block | undefined;
  for (const block of reportBlocks(view, labels)) {
    if (block.kind === "section") section += 1;
    drawBlock(canvas, block, before, section);
    before = block;
  }
  drawMargins(canvas, view, labels);
  canvas.end();
  return canvas.doc as unknown as Readable;
}
