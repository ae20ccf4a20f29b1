import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { loadBothLanguages } from "#app/text/translate.server.ts";
import { NonceContext } from "#app/ui/nonce.ts";

const patience = 10_000;
loadBothLanguages();

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
          if (answered) console.error(error);
        },
      },
    );
    setTimeout(abort, patience + 1_000).unref();
  });
}
