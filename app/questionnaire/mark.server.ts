import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** A short mark of what somebody saw and is about to act on or write over: the same JSON always has the same one. */
export const markOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("base64url").slice(0, 16);
