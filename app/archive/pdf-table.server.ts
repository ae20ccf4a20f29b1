import { column, inks, pageful } from "./pdf-canvas.server.ts";
import type { Canvas, Structure, Style } from "./pdf-canvas.server.ts";
import type { Block, Column, Fact } from "./report-blocks.ts";

type Table = Extract<Block, { kind: "table" }>;
const gap = 16;
const padding = 4.5;
const cellStyle: Style = { size: 9, leading: 1.32 };
const headStyle: Style = { size: 8, ink: inks.quiet, face: "strong", leading: 1.2 };

type Row = { cells: readonly string[]; style: Style; tag: "TH" | "TD" };

function drawRow(canvas: Canvas, columns: readonly Column[], row: Row, parent: Structure | null): void {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const space = column.width - gap * (columns.length - 1);
  let x = column.left;
  const top = canvas.y + padding;
  const element = parent ? canvas.group("TR", parent) : null;
  let height = 0;
  columns.forEach((each, index) => {
    const width = (each.width / total) * space;
    const style = { ...row.style, align: each.align ?? "left" } as const;
    const text = row.cells[index] ?? "";
    const left = x;
    const draw = () => canvas.textAt(text, left, top, width, style);
    if (element) canvas.tag(row.tag, draw, element);
    else canvas.adorn(draw);
    height = Math.max(height, canvas.heightOf(text, width, style));
    x += width + gap;
  });
  element?.end();
  canvas.y = top + height + padding;
}

function rowHeight(canvas: Canvas, columns: readonly Column[], { cells, style }: Row): number {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const space = column.width - gap * (columns.length - 1);
  return 2 * padding + Math.max(...columns.map(({ width }, index) => canvas.heightOf(cells[index] ?? "", (width / total) * space, style)));
}

/** A row taller than a page, as rows that are not: nothing of it is lost. */
function inPieces(canvas: Canvas, columns: readonly Column[], row: Row, most: number): Row[] {
  const mayFit = row.cells.every(({ length }) => length <= pageful);
  if (mayFit && rowHeight(canvas, columns, row) <= most) return [row];
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const space = column.width - gap * (columns.length - 1);
  const parts = columns.map(({ width }, index) => canvas.split(row.cells[index] ?? "", (width / total) * space, most - 2 * padding, row.style));
  const rest = { ...row, cells: parts.map(([, later]) => later) };
  return [{ ...row, cells: parts.map(([now]) => now) }, ...inPieces(canvas, columns, rest, most)];
}

/** A table whose head comes again on each page; a row is kept in one piece unless no page can hold it. */
export function drawTable(canvas: Canvas, { columns, rows, foot }: Table): void {
  const head: Row = { cells: columns.map(({ title }) => title), style: headStyle, tag: "TH" };
  const body = rows.map((cells): Row => ({ cells, style: cellStyle, tag: "TD" }));
  const last: Row[] = foot ? [{ cells: foot, style: { ...cellStyle, face: "strong" }, tag: "TD" }] : [];
  const headHeight = rowHeight(canvas, columns, head);
  canvas.room(headHeight + 48);
  const table = canvas.group("Table");
  drawRow(canvas, columns, head, table);
  canvas.rule(canvas.y, inks.quiet, 0.8);
  for (const row of [...body, ...last].flatMap((each) => inPieces(canvas, columns, each, 500))) {
    if (canvas.y + rowHeight(canvas, columns, row) > column.bottom) {
      canvas.newPage();
      drawRow(canvas, columns, head, null);
      canvas.rule(canvas.y, inks.quiet, 0.8);
    }
    if (last.includes(row)) canvas.rule(canvas.y, inks.quiet, 0.8);
    drawRow(canvas, columns, row, table);
    canvas.rule(canvas.y);
  }
  table.end();
  canvas.y += 12;
}

const factStyle: Style = { size: 9.5, leading: 1.36 };
const labelStyle: Style = { ...factStyle, ink: inks.quiet };
const after = 4;
const wholeWidth = { left: column.left, width: column.width, label: 128 };

/** How high a list of facts will be. */
export function heightOfFacts(canvas: Canvas, facts: readonly Fact[], place = wholeWidth): number {
  const height = ([label, value]: Fact) => Math.max(canvas.heightOf(label, place.label - gap, labelStyle), canvas.heightOf(value.slice(0, pageful), place.width - place.label, factStyle));
  return facts.reduce((sum, fact) => sum + height(fact) + after, 0);
}

/** Label and value beside one another, the value broken over pages where it must be. */
export function drawFacts(canvas: Canvas, facts: readonly Fact[], place = wholeWidth): void {
  const width = place.width - place.label;
  const whole = heightOfFacts(canvas, facts, place);
  if (whole < 180) canvas.room(whole);
  for (const [label, value] of facts) {
    let rest = value;
    const labelHeight = canvas.heightOf(label, place.label - gap, labelStyle);
    canvas.room(Math.max(labelHeight, Math.min(canvas.heightOf(value.slice(0, 300), width, factStyle), 44)));
    canvas.tag("P", () => canvas.textAt(label, place.left, canvas.y, place.label - gap, labelStyle));
    for (let first = true; rest || first; first = false) {
      const [now, later] = canvas.split(rest, width, column.bottom - canvas.y, factStyle);
      canvas.tag("P", () => canvas.textAt(now, place.left + place.label, canvas.y, width, factStyle));
      const height = canvas.heightOf(now, width, factStyle);
      rest = later;
      canvas.y += Math.max(height, first ? labelHeight : 0) + (rest ? 0 : after);
      if (rest) canvas.newPage();
    }
  }
}
