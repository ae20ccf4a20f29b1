import { Readable } from "node:stream";
import PDFDocument from "pdfkit";

/** A one-page A4 document as a processor would hand it in: a heading and some lines. The same text gives the same bytes. */
export async function evidencePdf({ title, lines, date }: { title: string; lines: readonly string[]; date: Date }): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 64, info: { Title: title, CreationDate: date, ModDate: date } });
  document.font("Helvetica-Bold").fontSize(18).text(title).moveDown();
  document.font("Helvetica").fontSize(11);
  for (const line of lines) document.text(line, { lineGap: 3 }).moveDown(0.6);
  document.end();
  const pieces: Buffer[] = [];
  for await (const piece of Readable.from(document as AsyncIterable<Buffer>)) pieces.push(piece);
  return Buffer.concat(pieces);
}
