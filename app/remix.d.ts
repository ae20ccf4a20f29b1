import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What app/http/load-context.ts hands to loaders, actions and the page renderer. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    clientAddress: string;
  }
}
