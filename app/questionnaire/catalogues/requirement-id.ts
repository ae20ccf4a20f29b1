import { findItem } from "./built-in.ts";
import { ownRef } from "./item-refs.ts";

/** Ids that requests frozen before there were catalogues may hold. */
const KNOWN_SHAPES = /^(G[1-8]|X-[AG]|K[2-6]-\d{1,2}|special:[a-z0-9-]{1,64})$/;

/** Whether a question may name this as what it tests: a catalogue's item, unmistakably; a special requirement; or an item of an own catalogue. */
export function isRequirementId(id: string): boolean {
  return KNOWN_SHAPES.test(id) || findItem(id) !== null || ownRef(id) !== null;
}
