import type { RequestHandler } from "express";

export type Verdict = { ok: true } | { ok: false; reason: "cross-site" | "no-origin" | "other-origin" };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request may change anything: it must come from one of our own pages (security.md §2; OWASP CSRF, Fetch Metadata). */
export function judgeOrigin(request: { method: string; origin: string | undefined; secFetchSite: string | undefined }, ownOrigins: readonly string[]): Verdict {
  if (safeMethods.has(request.method)) return { ok: true };
  if (request.secFetchSite === "cross-site" || request.secFetchSite === "same-site") return { ok: false, reason: "cross-site" };
  if (request.origin === undefined || request.origin === "" || request.origin === "null") return { ok: false, reason: "no-origin" };
  return ownOrigins.includes(request.origin) ? { ok: true } : { ok: false, reason: "other-origin" };
}

/** The origins our pages have: the public one and, in the embedded default, this machine's names for itself. */
export function ownOrigins(settings: { mode: "embedded" | "production"; publicUrl: string; port: number }): string[] {
  const local = settings.mode === "embedded" ? [`http://localhost:${settings.port}`, `http://127.0.0.1:${settings.port}`] : [];
  return [...new Set([settings.publicUrl, ...local])];
}

/** Refuses with 403 what `judgeOrigin` refuses, before any route is reached. */
export function refuseForeignForms(origins: readonly string[]): RequestHandler {
  return (req, res, next) => {
    const verdict = judgeOrigin({ method: req.method, origin: req.get("origin"), secFetchSite: req.get("sec-fetch-site") }, origins);
    if (verdict.ok) return next();
    res.locals.refusal = verdict.reason;
    res.status(403).type("text/plain").send(`Forbidden: ${verdict.reason}`);
  };
}
