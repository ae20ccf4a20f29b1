import { readCookie } from "#app/text/language.server.ts";
import { colourSchemeCookieName, isColourScheme } from "./colour-scheme.ts";
import type { ColourScheme } from "./colour-scheme.ts";

/** The colour scheme a browser has chosen; "auto" follows the device. */
export function readColourScheme(request: Request): ColourScheme {
  const cookie = readCookie(request, colourSchemeCookieName);
  return isColourScheme(cookie) ? cookie : "auto";
}

/** Set-Cookie value that remembers the colour scheme for a year. */
export function colourSchemeCookie(scheme: ColourScheme): string {
  return `${colourSchemeCookieName}=${scheme}; Path=/; Max-Age=${365 * 24 * 60 * 60}; HttpOnly; SameSite=Lax`;
}
