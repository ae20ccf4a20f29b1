import type { CatalogueItem } from "./catalogue-schema.ts";

/** Documents whose points have numbers that mean nothing alone: 4.1 stands in both. */
const NUMBERED: Readonly<Record<string, string>> = { "security-instruction": "000", "municipal-agreement": "001" };
/** A catalogue that an organisation added itself. */
const OWN = /^own:([a-z0-9-]{1,40}):(.{1,40})$/;

/** The name by which an item is known everywhere: "G6", "ABS-13", "B.12", "000 9.1.1", "001 C.2 d.8", "own:nis2:4.2". */
export function refOf({ id: catalogue, standing }: { id: string; standing: string }, { id }: Pick<CatalogueItem, "id">): string {
  if (standing === "own") return `own:${catalogue}:${id}`;
  const document = NUMBERED[catalogue];
  return document === undefined ? id : `${document} ${id}`;
}

/** Catalogue and item in the ref of an organisation's own item; null for any other. */
export function ownRef(ref: string): { catalogue: string; item: string } | null {
  const found = OWN.exec(ref);
  return found ? { catalogue: String(found[1]), item: String(found[2]) } : null;
}

/** The item's place on its catalogue's page. */
export function anchorOf({ id }: Pick<CatalogueItem, "id">): string {
  return `item-${id.replace(/[^\p{L}\p{N}.]+/gu, "-")}`;
}

/** The source of an item as finding/source-words.ts says it ("004:271", "001 C.2 d.8", "003 ABS-13"), and the line of our copy of the document, "" where there is none. */
export function sourceOf({ id: catalogue }: { id: string }, { id, source }: Pick<CatalogueItem, "id" | "source">): { source: string; line: string } {
  const [, document, line = ""] = /^(00\d):(\d+)$/.exec(source) ?? [];
  const numbered = NUMBERED[catalogue] ?? (catalogue === "absalon-2019" ? "003" : undefined);
  return { source: document && numbered ? `${numbered} ${id}` : source, line };
}
