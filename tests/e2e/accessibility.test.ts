import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";
import { useDb } from "#app/db/client.server.ts";
import { inviteMember } from "#app/organisation/invite-member.server.ts";
import { requestReset } from "#app/organisation/request-reset.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { newScope } from "#tests/support/factories.ts";
import { useStage } from "#tests/support/stage.ts";
import { seedDemo } from "../../prisma/seed/demo.ts";
import { PAGE_ENTRIES } from "./page-entries.ts";
import type { PageEntry } from "./page-entries.ts";

const stage = useStage({ alone: true });
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Danish is looked at in light, English in dark: each page once in each language and in each colour scheme, by every rule. */
const SCHEMES = { da: "light", en: "dark" } as const;

/** Addresses of the routes that are pages: components, not layouts and not actions alone. */
function pagesOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ path, file, children }) => (children ? pagesOf(children) : file.endsWith(".tsx") ? [path === "*" ? "/*" : (path ?? "/")] : []));
}
const pages = pagesOf(await routes);

const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const LANGUAGES = ["da", "en"] as const;
type Language = (typeof LANGUAGES)[number];

let owner: pg.Client;
const people = new Map<string, Scope>();
const links = new Map<string, string>();

/** Somebody of the organisation with every role of the side, who reads in `language`. */
async function personOf(organisation: string, side: "controller" | "processor", language: Language): Promise<Scope> {
  const key = `${organisation} ${side} ${language}`;
  const roles = side === "controller" ? (["administrator", "caseworker", "dpo"] as const) : (["administrator", "respondent", "signatory"] as const);
  const found = people.get(key) ?? (await newScope(stage.ownerUrl(), roles, { tenant: { id: organisation, name: "" }, side }));
  people.set(key, found);
  await owner.query("update person set locale = $2 where id = $1", [found.personId, language]);
  return found;
}

const MOST = { controller: "select controller_id as organisation from supervision group by 1 order by count(*) desc limit 1", processor: "select processor_id as organisation from supervision where sent_at is not null group by 1 order by count(*) desc limit 1" };

type Place = { address: string; viewer: Pick<Scope, "personId"> | null };

/** Where the entry's page is, and who may see it there. */
async function placeOf(route: string, entry: PageEntry, language: Language): Promise<Place> {
  if (entry.for === "nobody") return { viewer: null, address: entry.token ? (links.get(entry.token) ?? "") : route === "/*" ? "/nowhere" : route + (entry.query ?? "") };
  if (entry.for === "person") {
    const leaver = await newScope(stage.ownerUrl(), ["reader"]);
    await owner.query("update membership set active = false where person_id = $1", [leaver.personId]);
    await owner.query("update person set locale = $2 where id = $1", [leaver.personId, language]);
    return { viewer: leaver, address: route };
  }
  const { rows: [row] } = await owner.query<{ id: string; organisation: string; then?: string }>(entry.id ?? MOST[entry.for]);
  if (!row) throw new Error(`The demo has nothing to show at ${route}`);
  return { viewer: await personOf(row.organisation, entry.for, language), address: (route + (entry.query ?? "")).replace(/:\w+/, row.id).replace(/:\w+/, row.then ?? "") };
}

/** One browser page for each viewer, so that scripts and styles are fetched once. */
function viewing(language: Language): (viewer: Place["viewer"]) => Promise<Page> {
  const pages = new Map<string, Promise<Page>>();
  const options = { viewport: DESKTOP, expected: [/status of 4(04|10)/] };
  const opened = async (viewer: Place["viewer"]) => {
    if (viewer) return stage.enter(viewer, options);
    const page = await stage.newPage(options);
    await page.context().addCookies([{ name: "lang", value: language, url: stage.portal().url }]);
    return page;
  };
  return (viewer) => {
    const key = viewer?.personId ?? "";
    const found = pages.get(key) ?? opened(viewer);
    pages.set(key, found);
    return found;
  };
}

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    return (await axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] })).violations;
  }, WCAG);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary?.replaceAll("\n", " ").slice(0, 300)}`));
}

/** What is wrong with the page, wide and on a phone. Folded parts are opened, so that nothing hides. */
async function faultsOf(page: Page, address: string, language: Language): Promise<string[]> {
  await page.emulateMedia({ colorScheme: SCHEMES[language] });
  await page.goto(address, { waitUntil: "load" });
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (address.endsWith("/answer")) await page.locator(".sd-question").first().waitFor();
  const shown = new URL(page.url()).pathname;
  const faults = shown === new URL(address, stage.portal().url).pathname ? [] : [`sent on to ${shown}`];
  await page.evaluate(axeSource);
  await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>("main details").forEach((one) => (one.open = true)));
  await page.locator(`html[data-mantine-color-scheme=${SCHEMES[language]}]`).waitFor();
  faults.push(...(await violations(page)));
  await page.setViewportSize(PHONE);
  faults.push(...(await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 5).map((one) => `wider than a phone: ${one.tagName}.${one.className}`);
  })));
  await page.setViewportSize(DESKTOP);
  return faults.map((fault) => `${address} (${language}): ${fault}`);
}

test("every page has an entry, and every entry a page", () => {
  expect(Object.keys(PAGE_ENTRIES).sort()).toEqual([...pages].sort());
});

test("the form of the first run", async () => {
  const link = (await stage.portal().firstRunLink()) ?? "";
  links.set("first-run", link);
  const page = await stage.newPage();
  expect(await faultsOf(page, link, "da")).toEqual([]);
});

describe("in the demo", () => {
  beforeAll(async () => {
    const { ownerUrl, runtimeUrl, evidenceDir, mail } = stage.portal();
    await seedDemo({ ownerUrl, runtimeUrl, evidenceDir });
    useDb(runtimeUrl, 4);
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows: [most] } = await owner.query(MOST.controller);
    const host = await personOf(String(most?.organisation), "controller", "da");
    await requestReset(`${host.personId}@example.dk`);
    await inviteMember(host, { email: "ny@example.dk", name: "Ny Kollega", roles: ["caseworker"], language: "da", at: new Date() });
    const linkIn = async (to: string, path: string) => new URL((await mail.waitFor(to)).links.find((link) => link.includes(path)) ?? "").pathname;
    links.set("reset", await linkIn(`${host.personId}@example.dk`, "/reset/"));
    links.set("invitation", await linkIn("ny@example.dk", "/invitations/"));
  });
  afterAll(() => owner?.end());

  const kinds = [...new Set(Object.values(PAGE_ENTRIES).map((entry) => entry.for))];
  test.each(kinds.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language }))))("pages for $kind in $language", { timeout: 600_000 }, async ({ kind, language }) => {
    const waiting = Object.entries(PAGE_ENTRIES).filter(([, one]) => one.for === kind);
    const faults: string[] = [];
    // A tab for each core.
    await Promise.all([1, 2].map(async () => {
      const pageOf = viewing(language);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { address, viewer } = await placeOf(...next, language);
        faults.push(...(await faultsOf(await pageOf(viewer), address, language)));
      }
    }));
    expect(faults).toEqual([]);
  });
});
