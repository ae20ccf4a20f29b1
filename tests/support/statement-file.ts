import { evidencePdf } from "../../prisma/seed/evidence-pdf.ts";
import type { FileGiven } from "./answer-form.ts";

/** A real PDF to hand in; with `padding` bytes of comment behind its end, where a long way up is to be seen. */
export async function pdfFile(name: string, title: string, padding = 0): Promise<FileGiven> {
  const pdf = await evidencePdf({ title, lines: ["Erklæring afgivet over for kunderne.", "Periode: 1. oktober 2025 til 30. september 2026."], date: new Date("2026-10-15T08:00:00Z") });
  return { name, mimeType: "application/pdf", buffer: padding === 0 ? pdf : Buffer.concat([pdf, Buffer.alloc(padding, "% fyld\n")]) };
}
