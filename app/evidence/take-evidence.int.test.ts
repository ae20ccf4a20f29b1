import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import { takeEvidence } from "./take-evidence.server.ts";

let database: FreshDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeDb();
  await database.close();
});

test("a download of released evidence stands in both trails; a stranger finds nothing and leaves nothing", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 5 });
  await handIn(scene);
  const stranger = await newSupervision(database.ownerUrl, { concept: 3 });
  const { rows } = await owner.query<{ id: string; sha256: string }>("select id, sha256 from evidence where supervision_id = $1 limit 1", [scene.supervisionId]);
  const file = rows[0]!;
  const take = (scope: Scope) => withTenant(scope, (tx) => takeEvidence(tx, scope, file.id));
  expect((await take(scene.dpo))?.sha256).toBe(file.sha256);
  expect(await take(stranger.dpo)).toBeNull();
  expect(await take(stranger.signatory)).toBeNull();
  const entries = await owner.query("select organisation_id, actor_organisation_id from audit_event where action = 'evidence.downloaded' order by id");
  const { organisationId } = scene.dpo;
  expect(entries.rows).toEqual([
    { organisation_id: organisationId, actor_organisation_id: organisationId },
    { organisation_id: scene.signatory.organisationId, actor_organisation_id: organisationId },
  ]);
});
