export type FileKind = "pdf" | "png" | "jpeg" | "docx" | "xlsx" | "csv" | "txt";

/** The kinds of file that may be handed in as evidence: endings, the media type they are stored and served with. */
export const fileKinds: Record<FileKind, { extensions: readonly string[]; mediaType: string }> = {
  pdf: { extensions: ["pdf"], mediaType: "application/pdf" },
  png: { extensions: ["png"], mediaType: "image/png" },
  jpeg: { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg" },
  docx: { extensions: ["docx"], mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  xlsx: { extensions: ["xlsx"], mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  csv: { extensions: ["csv"], mediaType: "text/csv" },
  txt: { extensions: ["txt"], mediaType: "text/plain" },
};

/** The kind a file name claims by its ending, or null when such files are not taken. */
export function kindOfName(name: string): FileKind | null {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const found = Object.entries(fileKinds).find(([, { extensions }]) => extensions.includes(extension));
  return name.includes(".") && found ? (found[0] as FileKind) : null;
}
