import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import type { Pages } from "./portal.server.ts";

/** Pages made by Vite as they are asked for, its reload socket on our own `server`; `npm run dev` only. */
export async function developedPages(server: Server): Promise<Pages> {
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  return { build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>, assets: vite.middlewares, development: true };
}
