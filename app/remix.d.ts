import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What app/server.ts hands to every loader, action and to entry.server. */
  interface AppLoadContext {
    nonce: string;
    requestId?: string;
  }
}
