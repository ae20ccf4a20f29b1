import { matchRoutes } from "@remix-run/react";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, it } from "vitest";
import { paths } from "./paths.ts";
import routes from "./routes.ts";

type Entry = { path?: string; index?: boolean; children?: Entry[]; handle: string };
const entries = (list: RouteConfigEntry[]): Entry[] =>
  list.map(({ path, index, children, file }) =>
    index ? { index: true, path, handle: file } : { path, handle: file, children: children ? entries(children) : undefined },
  );

describe("paths", () => {
  it.each(Object.entries(paths))("%s leads to a page of its own", async (_name, build) => {
    const url = (build as (...ids: string[]) => string)("an id", "b/c", "d", "e");
    const match = matchRoutes(entries(await routes) as never, url)?.at(-1);
    expect(match?.route.handle, url).toBeDefined();
    expect(match?.route.path, url).not.toBe("*");
  });
});
