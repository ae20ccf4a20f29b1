import { randomUUID } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { log, loggedPath } from "#app/config/log.server.ts";

/** Gives each request an id (answered as X-Request-Id) and writes one line when it is over. */
export function followRequests(): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const begun = performance.now();
    res.locals.requestId = requestId;
    res.set("X-Request-Id", requestId);
    // What the request itself claims is never believed: app/auth keeps one session look-up per request under this id.
    req.headers["x-request-id"] = requestId;
    res.once("close", () => {
      const quiet = /^\/(assets|health)\//.test(req.originalUrl);
      log(quiet ? "debug" : "info", "request", {
        requestId,
        method: req.method,
        path: loggedPath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(performance.now() - begun),
        aborted: res.writableFinished ? undefined : true,
        refusal: (res.locals as { refusal?: string }).refusal,
      });
    });
    next();
  };
}

/** Proxy headers count only where proxies are trusted; a Host that no address can hold is refused before anything builds a URL of it. */
export function soberHost(trustProxy: number): RequestHandler {
  return (req, res, next) => {
    if (trustProxy === 0) {
      for (const name of Object.keys(req.headers)) if (name.startsWith("x-forwarded-")) delete req.headers[name];
    }
    const host = req.get("x-forwarded-host") ?? req.get("host") ?? "";
    if (!URL.canParse(`http://${host}/`) || /[/?#@\\]/.test(host)) {
      res.status(400).type("text/plain").send("Bad Host");
      return;
    }
    next();
  };
}

/** Bodies outside the streamed routes are small forms: larger ones, and ones of untold length, are refused unread. */
export function smallBodies(limitOf: (req: Request) => number): RequestHandler {
  return (req, res, next) => {
    const limit = limitOf(req);
    const told = req.headers["content-length"];
    const refused = req.headers["transfer-encoding"] !== undefined ? 411 : Number(told ?? 0) > limit ? 413 : null;
    if (refused === null) return next();
    res.set("Connection", "close").status(refused).type("text/plain").send(refused === 411 ? "Length Required" : "Content Too Large");
  };
}
