import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { logError, loggedPath } from "#app/config/log.server.ts";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";

const patience = 10_000;
loadBothLanguages();

const facts = (request: Request, context: AppLoadContext) => ({
  requestId: context.requestId,
  method: request.method,
  path: loggedPath(new URL(request.url).pathname),
});

/** A bug in a loader, an action or a page: logged once, with the request it happened in. Thrown responses do not come here. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted) logError("request failed", error, facts(request, context));
}

/** Draws a page. The nonce comes from the HTTP server's load context and goes to scripts and styles by React context. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = typeof loadContext.nonce === "string" ? loadContext.nonce : undefined;
  const whole = isbot(request.headers.get("User-Agent") ?? "") || remix.isSpaMode;
  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;
    const answer = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={patience} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => (whole ? undefined : answer()),
        onAllReady: () => (whole ? answer() : undefined),
        onShellError: reject,
        onError(error) {
          failed = true;
          if (answered) logError("page drawn only in part", error, facts(request, loadContext));
        },
      },
    );
    setTimeout(abort, patience + 1_000).unref();
  });
}
