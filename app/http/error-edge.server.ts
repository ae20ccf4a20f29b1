import type { ErrorRequestHandler, Request } from "express";
import { logError, loggedPath } from "#app/config/log.server.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { translate } from "#app/text/translate.server.ts";

/** The last catch: logs a bug once and shows a neutral page with the request id, nothing of the error. */
export function errorEdge(): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const requestId = String((res.locals as { requestId?: string }).requestId ?? "");
    logError("request failed", error, { requestId, method: req.method, path: loggedPath(req.originalUrl) });
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.status(500).type("html").send(neutralPage(req, requestId));
  };
}

function neutralPage(req: Request, requestId: string): string {
  const language = pickLanguage(new globalThis.Request("http://portal", { headers: { Cookie: req.get("cookie") ?? "", "Accept-Language": req.get("accept-language") ?? "" } }));
  const t = translate(language, "errors");
  const text = (key: string, values = {}) => t(key, values).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text("500.title")}</title><body style="font-family:system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;line-height:1.5;color-scheme:light dark"><main><h1>${text("500.title")}</h1><p>${text("500.text")}</p><p>${text("reference", { id: requestId })}</p><p><a href="/">${text("toFrontPage")}</a></p></main></body></html>`;
}
