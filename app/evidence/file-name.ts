// Controls, format characters (bidi overrides, zero width, byte order mark), line and paragraph separators, lone surrogates, private use.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const longest = 200;

/**
 * The name a file is known by: what the sender called it, without folders, invisible characters and dots at the ends, in NFC,
 * at most 200 characters, its ending kept. It is only ever data: no path is made of it.
 */
export function cleanFileName(sent: string): string {
  const base = sent.normalize("NFC").replace(/^.*[/\\]/su, "");
  const plain = base.replace(invisible, "").replace(/\s+/gu, " ").replace(/^[\s.]+|[\s.]+$/gu, "");
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : "";
  const stem = Array.from(ending ? plain.slice(0, dot) : plain);
  const room = longest - ending.length;
  let kept = "";
  for (const character of stem) {
    if (kept.length + character.length > room) break;
    kept += character;
  }
  return (kept.trimEnd() || "unnamed") + ending;
}

/** A name that any file system and archive program takes: letters of any script, digits and `-_.` only. */
export function portableFileName(name: string): string {
  const portable = cleanFileName(name).replace(/[^\p{L}\p{N}\p{M}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/gu, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(portable) ? `_${portable}` : portable || "unnamed";
}
