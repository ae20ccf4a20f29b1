import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { startPortal } from "./app-server.ts";
import type { Portal } from "./app-server.ts";
import { useBrowser } from "./browser.ts";
import type { PageOptions } from "./browser.ts";
import { freshDatabase } from "./database.ts";
import type { FreshDatabase } from "./database.ts";
import { cookieOf } from "./sign-in-scene.ts";

export type Stage = {
  portal: () => Portal;
  ownerUrl: () => string;
  /** A page of nobody. */
  newPage: (options?: PageOptions) => Promise<Page>;
  /** A page of a person who has just signed in; relative addresses are the portal's. */
  enter: (person: Pick<Scope, "personId">, options?: PageOptions) => Promise<Page>;
};

/** One database, one portal and one Chromium for the test file; scenes are set in this process through the real use cases. */
export function useStage(): Stage {
  const browsing = useBrowser();
  let database: FreshDatabase | null = null;
  let portal: Portal | null = null;
  beforeAll(async () => {
    database = await freshDatabase();
    useDb(database.runtimeUrl, 4);
    portal = await startPortal(database);
  });
  afterAll(async () => {
    await portal?.stop();
    await closeDb();
    await database?.close();
  });
  const running = () => {
    if (portal === null) throw new Error("The portal starts before the tests, not while they are collected");
    return portal;
  };
  const newPage = (options: PageOptions = {}) => browsing.newPage({ baseURL: running().url, ...options });
  return {
    portal: running,
    ownerUrl: () => running().ownerUrl,
    newPage,
    async enter({ personId }, options) {
      const page = await newPage(options);
      const [name = "", value = ""] = (await cookieOf(personId)).split("=", 2);
      await page.context().addCookies([{ name, value, url: running().url, httpOnly: true, sameSite: "Lax" }]);
      return page;
    },
  };
}
