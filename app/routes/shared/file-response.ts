const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A file to be saved under a name; its ending says what it is. Nothing on the way keeps it. */
export function fileResponse(body: string | Buffer, name: string, ending: keyof typeof TYPES): Response {
  return new Response(typeof body === "string" ? body : Uint8Array.from(body), {
    headers: { "Content-Type": TYPES[ending], "Content-Disposition": `attachment; filename="${name}.${ending}"`, "Cache-Control": "no-store" },
  });
}
