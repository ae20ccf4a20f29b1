import { join } from "node:path";
import express from "express";
import type { Router } from "express";

/** The built client: names under /assets carry a hash and never change; the rest is asked for anew each hour. */
export function staticFiles(buildFolder: string): Router {
  const router = express.Router();
  const client = join(buildFolder, "client");
  router.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false, fallthrough: false, redirect: false }));
  router.use(express.static(client, { maxAge: "1h", index: false, redirect: false }));
  return router;
}
