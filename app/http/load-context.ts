import type { Request, Response } from "express";

/** What the HTTP server hands to every loader, action and to the page renderer, beside the request. */
export type PortalContext = {
  /** Nonce of this response's Content-Security-Policy. */
  nonce: string;
  requestId: string;
  /** Address of the client as far as the trusted proxies tell. */
  clientAddress: string;
};

/** Load context of one request, from what the middleware in front left in `res.locals`. */
export function loadContext(req: Request, res: Response): PortalContext {
  const { nonce, requestId } = res.locals as { nonce: string; requestId: string };
  return { nonce, requestId, clientAddress: req.ip ?? "" };
}
