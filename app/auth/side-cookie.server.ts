import { settings } from "#app/config/settings.server.ts";
import type { Side } from "#app/tenancy/scope.ts";
import { readCookie } from "#app/text/language.server.ts";

/** The side last chosen in the switcher; it decides only where an organisation has both, and grants nothing. */
export function chosenSide(request: Request): Side {
  return readCookie(request, "side") === "processor" ? "processor" : "controller";
}

/** Set-Cookie value that remembers the side. */
export function sideCookie(side: Side): string {
  return `side=${side}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${settings().publicUrl.startsWith("https:") ? "; Secure" : ""}`;
}
