import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/** The Content-Security-Policy of one response. Development lets Vite add styles and talk to its socket. */
export function contentSecurityPolicy(nonce: string, development = false): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/**
 * Sets the headers every response carries and leaves the nonce in `res.locals.nonce`.
 * Referrer-Policy is same-origin and not no-referrer: under the latter browsers post forms with `Origin: null`.
 */
export function securityHeaders(options: { https: boolean; development?: boolean }): RequestHandler {
  return (_req, res, next) => {
    const nonce = randomBytes(16).toString("base64");
    res.locals.nonce = nonce;
    res.set({
      "Content-Security-Policy": contentSecurityPolicy(nonce, options.development),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "Cache-Control": "no-store",
    });
    if (options.https) res.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
