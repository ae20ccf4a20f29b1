import type { RequestHandler, Request as ExpressRequest, Response as ExpressResponse } from "express";

/** The request as the guards of app/auth know it: address and cookies, no body. */
export function guardRequest(req: ExpressRequest): Request {
  const headers = { cookie: req.get("cookie") ?? "", "accept-language": req.get("accept-language") ?? "" };
  return new Request(new URL(req.originalUrl, "http://portal"), { method: req.method, headers });
}

/** Whether a script asked, which wants an answer as data, and not a page to go to. */
export function wantsData(req: ExpressRequest): boolean {
  return (req.get("accept") ?? "").includes("application/json");
}

/** A streamed route: what a guard throws as a web response is answered as such, every other error goes to the error edge. */
export function guarded(handle: (req: ExpressRequest, res: ExpressResponse) => Promise<void>): RequestHandler {
  return (req, res, next) => {
    handle(req, res).catch((thrown: unknown) => {
      if (!(thrown instanceof Response) || res.headersSent) return next(thrown);
      if (!req.complete) req.resume(); // lets the browser finish sending, so that it reads the answer
      const location = thrown.headers.get("Location");
      if (location !== null && wantsData(req)) return void res.status(401).json({ reason: "signed-out" });
      if (location !== null) return res.redirect(303, location);
      // A page that is not there is shown as any other: by the pages behind this router.
      if (thrown.status === 404 && !wantsData(req) && req.method === "GET") return next();
      res.status(thrown.status).json({ reason: thrown.status === 404 ? "not-found" : "forbidden" });
    });
  };
}
