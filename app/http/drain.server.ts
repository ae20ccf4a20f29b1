import type { Server } from "node:http";
import { log } from "#app/config/log.server.ts";

/** Longest a request under way is waited for (house rule: out within 30 s). */
const PATIENCE_MS = 28_000;

/**
 * Ends the process in order on SIGTERM, SIGINT or when the parent that started it is gone: no new connections, requests under way
 * finish, then `close` and exit 0. `draining()` is true from the first sign on.
 */
export function drainOnSignal(server: Server, close: () => Promise<void>): { draining: () => boolean } {
  let draining = false;
  const drain = (sign: string) => {
    if (draining) return;
    draining = true;
    log("info", "draining", { sign });
    const late = setTimeout(() => {
      log("warn", "requests cut off", { afterMs: PATIENCE_MS });
      server.closeAllConnections();
    }, PATIENCE_MS);
    server.close(() => {
      clearTimeout(late);
      close().then(() => process.exit(0), () => process.exit(1));
    });
    server.closeIdleConnections();
    // Kept-alive connections fall idle one by one as their last answer ends.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.once("SIGTERM", () => drain("SIGTERM"));
  process.once("SIGINT", () => drain("SIGINT"));
  process.once("disconnect", () => drain("parent gone"));
  return { draining: () => draining };
}
