import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { Express, RequestHandler } from "express";
import type { Settings } from "#app/config/settings.server.ts";
import { errorEdge } from "./error-edge.server.ts";
import { healthRoutes } from "./health.server.ts";
import type { Probes } from "./health.server.ts";
import { loadContext } from "./load-context.ts";
import { followRequests, smallBodies, soberHost } from "./requests.server.ts";
import { ownOrigins, refuseForeignForms } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { staticFiles } from "./static-files.ts";
import { streamedRoutes } from "./streamed-routes.ts";
import { takesTable } from "./table-forms.ts";

/** Where pages come from: the build, or Vite while developing. */
export type Pages = { build: ServerBuild | (() => Promise<ServerBuild>); assets: RequestHandler; development: boolean };

/** Bytes a form may have: a whole questionnaire's answers fit many times over. */
const FORM_LIMIT = 2 * 1024 * 1024;
/** Bytes of a form that brings a spreadsheet (app/spreadsheet tableLimits) and its fields. */
const TABLE_FORM_LIMIT = 13 * 1024 * 1024;

/** The portal over HTTP, in the one order that counts: follow, protect, health, files, streams, pages, errors. */
export function portal(settings: Settings, probes: Probes, pages: Pages): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy === 0 ? false : settings.trustProxy);
  app.use(followRequests());
  app.use(soberHost(settings.trustProxy));
  app.use(securityHeaders({ https: settings.publicUrl.startsWith("https:"), development: pages.development }));
  app.use("/health", healthRoutes(probes));
  app.use(compression());
  app.use(pages.assets);
  app.use(refuseForeignForms(ownOrigins(settings)));
  const streams = express.Router();
  streamedRoutes(streams);
  app.use(streams);
  app.use(smallBodies((req) => (takesTable(req.path) ? TABLE_FORM_LIMIT : FORM_LIMIT)));
  app.all("*", createRequestHandler({ build: pages.build, mode: pages.development ? "development" : "production", getLoadContext: loadContext }));
  app.use(errorEdge());
  return app;
}

/** Pages of the finished build in `folder`. */
export async function builtPages(folder: string): Promise<Pages> {
  const build = (await import(pathToFileURL(join(folder, "server/index.js")).href)) as ServerBuild;
  return { build, assets: staticFiles(folder), development: false };
}
