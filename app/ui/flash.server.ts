import { z } from "zod";
import { readCookie } from "#app/text/language.server.ts";
import { flashTones } from "./flash.ts";
import type { Flash } from "./flash.ts";

const shape = z.object({
  tone: z.enum(flashTones),
  text: z.string().regex(/^[a-z]+:[A-Za-z0-9.-]+$/).max(120),
  values: z.record(z.string(), z.union([z.string().max(200), z.number()])).optional(),
});

/** Headers of a redirect that leave a message for the next page: `redirect(url, { headers: flash({ … }) })`. */
export function flash(message: Flash): { "Set-Cookie": string } {
  const value = Buffer.from(JSON.stringify(message)).toString("base64url");
  return { "Set-Cookie": `flash=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax` };
}

/** The message left by the page before, or null. It only names a text of ours, so a forged one says nothing new. */
export function readFlash(request: Request): Flash | null {
  const cookie = readCookie(request, "flash");
  if (!cookie) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cookie, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

/** Set-Cookie value that takes the shown message away. */
export const clearFlash = "flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
