import type { Router } from "express";
import { contractRoutes } from "./contract-routes.server.ts";
import { evidenceRoutes } from "./evidence-routes.server.ts";
import { packageRoutes } from "./package-routes.server.ts";

/**
 * Routes whose bodies are streamed past Remix: uploads (read with a stream parser, never whole) and large downloads.
 * Mounted after the security headers and the origin check, before the limit on bodies. Each guards itself.
 */
export function streamedRoutes(router: Router): void {
  evidenceRoutes(router);
  contractRoutes(router);
  packageRoutes(router);
}
