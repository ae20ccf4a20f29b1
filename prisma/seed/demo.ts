import type pg from "pg";
import { buildPackageJob } from "#app/archive/build-package-job.server.ts";
import { now } from "#app/config/clock.server.ts";
import { settings, useSettings } from "#app/config/settings.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { tellCaseworkers } from "#app/mail/tell-caseworkers.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { SignIn } from "#app/stack/sign-in-table.ts";
import { openStore } from "#app/storage/open-store.server.ts";
import { takeInNotice } from "#app/supervision/breach/take-in-notice.server.ts";
import { HOUSES } from "./cast.ts";
import { breaches } from "./scene-breaches.ts";
import { imported } from "./imports.ts";
import { agreementChecks } from "./scene-checks.ts";
import { plans } from "./scene-plans.ts";
import { rounds } from "./scene-rounds.ts";
import { town } from "./scene-town.ts";
import { agency, doctor, salon, shop, yarn } from "./scenes-small.ts";
import { DEMO_PASSWORD, setStage } from "./stage.ts";
import { play } from "./timeline.ts";

/**
 * Fills a migrated, empty database with the guide's six worked examples (Datatilsynet 2021, ch. 4), their processors and last year's
 * history, through the use cases people go through. A database in which there is an organisation is left alone. Times are relative to today.
 */
export async function seedDemo({ ownerUrl, runtimeUrl, evidenceDir }: { ownerUrl: string; runtimeUrl: string; evidenceDir: string }): Promise<{ signIns: SignIn[] }> {
  const evidence = evidenceDir === "" ? settings().evidence : { kind: "fs" as const, directory: evidenceDir };
  useSettings({ ...settings(), evidence });
  await connected(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query("select from organisation limit 1");
    if (rowCount !== 0) return;
    useDb(runtimeUrl, 2);
    // Prisma asks for related rows at once, of which the driver warns; whoever starts the demo can do nothing about it.
    const { noDeprecation } = process;
    process.noDeprecation = true;
    try {
      const stage = await setStage(owner, { store: openStore(evidence), today: copenhagenDate(now()) });
      for (const scene of [salon, yarn, agency, shop, doctor, town, rounds, breaches, imported, plans, agreementChecks]) scene(stage);
      await play(owner, stage.acts, () => workOff(owner));
      // Nobody is to be written to: the mails stay to be read on the outbox page.
      await owner.query("update outbox set state = 'kept' where state = 'waiting'");
    } finally {
      await closeDb();
      process.noDeprecation = noDeprecation;
    }
  });
  return { signIns: HOUSES.flatMap(({ name: organisation, side, people }) => people.map(({ name, email, roles }) => ({ name, email, password: DEMO_PASSWORD, organisation, side, roles }))) };
}

/** Does at once what the worker would do a moment later, so that it happens when the act did. Mails are not sent. */
async function workOff(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; data: never }>("delete from pgboss.job where state = 'created' and name in ('notify-controller', 'breach-notified', 'build-package', 'send-round', 'send-mail') returning name, data");
  for (const { name, data } of rows) {
    if (name === "notify-controller") await tellCaseworkers(data);
    if (name === "breach-notified") await takeInNotice(data);
    if (name === "build-package") await buildPackageJob(data);
  }
}
