import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { startPortal } from "./app-server.ts";
import type { Portal } from "./app-server.ts";
import { useBrowser } from "./browser.ts";
import type { PageOptions } from "./browser.ts";
import { freshDatabase, nameInSettings } from "./database.ts";
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

type Standing = { database: FreshDatabase; portal: Portal };
let shared: Promise<Standing> | null = null;

/**
 * One database and one portal for all test files of this process, which keep apart as tenants do; with `alone` the file has its own: for a portal
 * nobody has used yet, or one that is filled to the brim. Scenes are set in this process through the real use cases.
 */
export function useStage({ alone = false } = {}): Stage {
  const browsing = useBrowser();
  let standing: Standing | null = null;
  beforeAll(async () => {
    standing = await (alone ? open() : (shared ??= open()));
    nameInSettings(standing.database.runtimeUrl);
    useDb(standing.database.runtimeUrl, 4);
  });
  afterAll(async () => {
    await closeDb();
    if (!alone) return;
    await standing?.portal.stop();
    await standing?.database.close();
  });
  const running = () => {
    if (standing === null) throw new Error("The portal starts before the tests, not while they are collected");
    return standing.portal;
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

/** Portal and processes end with this process (they see their parent gone); the database goes with the run's PostgreSQL. */
async function open(): Promise<Standing> {
  const database = await freshDatabase();
  return { database, portal: await startPortal(database) };
}
