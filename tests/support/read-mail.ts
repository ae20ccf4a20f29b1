/** A mail as its reader sees it. */
export type CaughtMail = { to: string[]; subject: string; messageId: string; headers: Map<string, string>; text: string; html: string; links: string[] };

type Part = { headers: Map<string, string>; body: string };

/** Reads a raw mail (RFC 5322, 2045, 2047): subject, plain and HTML text and the links in it. */
export function readMail(raw: Buffer, to: string[]): CaughtMail {
  const whole = part(raw.toString("latin1"));
  const leaves = leavesOf(whole);
  const body = (type: string) => leaves.filter((leaf) => (leaf.headers.get("content-type") ?? "text/plain").startsWith(type)).map(decoded).join("\n");
  const text = body("text/plain");
  const html = body("text/html");
  const links = [...new Set([...`${text}\n${html}`.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([link]) => link.replaceAll("&amp;", "&")))];
  return { to, subject: words(whole.headers.get("subject") ?? ""), messageId: whole.headers.get("message-id") ?? "", headers: whole.headers, text, html, links };
}

function part(text: string): Part {
  const end = text.indexOf("\r\n\r\n");
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\r\n[ \t]+/g, " ");
  const headers = new Map(head.split("\r\n").map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  return { headers, body: end < 0 ? "" : text.slice(end + 4) };
}

function leavesOf(whole: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(whole.headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return [whole];
  return whole.body.split(`--${boundary}`).slice(1, -1).flatMap((piece) => leavesOf(part(piece.replace(/^\r\n/, "").replace(/\r\n$/, ""))));
}

function decoded({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return Buffer.from(encoding === "quoted-printable" ? unquoted(body.replace(/=\r\n/g, "")) : body, "latin1").toString("utf8");
}

function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : Buffer.from(unquoted(text.replaceAll("_", " ")), "latin1").toString("utf8"),
    );
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
