import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seedDemo } from "../../prisma/seed/demo.ts";
import { startPortal } from "../support/app-server.ts";
import { launchChromium } from "../support/launch-chromium.ts";
import { scratchDatabase } from "../support/scratch-database.ts";

/** The README's pictures: main screens of the demo, light and dark, in Danish. `npm run screenshots [-- FOLDER]`. */
const folder = process.argv[2] ?? "docs/screenshots";
const MUNICIPALITY = "Kommune";
const SCREENS: { name: string; as: "controller" | "processor"; path: (ids: Ids) => string; phone?: boolean }[] = [
  { name: "overview", as: "controller", path: () => "/overview" },
  { name: "score", as: "controller", path: ({ agreement }) => `/agreements/${agreement}/score` },
  { name: "agreement", as: "controller", path: ({ agreement }) => `/agreements/${agreement}` },
  { name: "assessment", as: "controller", path: ({ assessing }) => `/supervisions/${assessing}/assessment` },
  { name: "findings", as: "controller", path: () => "/findings" },
  { name: "inbox", as: "processor", path: () => "/inbox" },
  { name: "answer", as: "processor", path: ({ answering }) => `/inbox/${answering}/answer` },
  { name: "inbox-phone", as: "processor", path: () => "/inbox", phone: true },
];
type Ids = { agreement: string; assessing: string; answering: string };

const evidenceDir = join(tmpdir(), `tilsyn-screens-${process.pid}`);
const database = await scratchDatabase(["fsync=off"]);
process.env.PORTAL_MODE = "embedded";
process.env.DATABASE_RUNTIME_URL = database.runtimeUrl;
try {
  const { signIns } = await seedDemo({ ownerUrl: database.ownerUrl, runtimeUrl: database.runtimeUrl, evidenceDir });
  const portal = await startPortal(database, { EVIDENCE_DIR: evidenceDir });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const one = async (sql: string) => String((await owner.query<{ id: string }>(sql)).rows[0]?.id ?? "");
  const browser = await launchChromium();
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, as, path, phone } of SCREENS) {
      const who = await chosen(as, name);
      const ids: Ids = {
        agreement: await one(`select a.id from agreement a join organisation o on o.id = a.controller_id where o.name = '${who.organisation.replaceAll("'", "''")}' and a.points is not null order by a.points desc limit 1`),
        assessing: await one("select id from supervision where state = 'assessing' order by concept = 5 desc limit 1"),
        answering: await one(`select s.id from supervision s join organisation o on o.id = s.processor_id where o.name = '${who.organisation.replaceAll("'", "''")}' and s.state in ('answering', 'sent') order by s.state limit 1`),
      };
      for (const scheme of ["light", "dark"] as const) {
        const context = await browser.newContext({ viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 }, deviceScaleFactor: phone ? 2 : 1.5, colorScheme: scheme, locale: "da-DK", timezoneId: "Europe/Copenhagen" });
        const page = await context.newPage();
        await page.goto(`${portal.url}/sign-in`);
        await page.fill("input[name=email]", who.email);
        await page.fill("input[name=password]", who.password);
        await Promise.all([page.waitForURL((url) => !url.pathname.startsWith("/sign-in")), page.click("button[type=submit]:not([name=to])")]);
        await page.goto(portal.url + path(ids), { waitUntil: "networkidle" });
        await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
        await context.close();
      }
      process.stdout.write(`${name}\n`);
    }
  } finally {
    await browser.close();
    await owner.end();
    await portal.stop();
  }

  /** Whose sign-in a screen is taken with: the municipality's DPO, the one who assesses, or the processor with the most requests. */
  async function chosen(as: "controller" | "processor", screen: string) {
    const organisation = screen === "assessment"
      ? await one("select o.name as id from supervision s join organisation o on o.id = s.controller_id where s.state = 'assessing' order by s.concept = 5 desc limit 1")
      : as === "processor"
        ? await one("select o.name as id from supervision s join organisation o on o.id = s.processor_id where s.state in ('sent', 'answering', 'returned') group by o.name order by count(*) desc, o.name limit 1")
        : await one(`select name as id from organisation where name ilike '%${MUNICIPALITY}%' limit 1`);
    const found = signIns.filter((one) => one.organisation === organisation);
    // Not somebody of several organisations: the sign-in would open another of them.
    const own = found.filter(({ email }) => signIns.filter((one) => one.email === email).length === 1);
    const who = own.find(({ roles }) => roles.some((role) => role === "dpo" || role === "signatory")) ?? own[0] ?? found[0];
    if (!who) throw new Error(`nobody signs in for ${organisation}`);
    return who;
  }
} finally {
  await database.close();
}
