import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { withTenant } from "./with-tenant.server.ts";
import type { Scope } from "./scope.ts";

let database: FreshDatabase;
let scope: Scope;

beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  scope = await newScope(database.ownerUrl, ["caseworker"]);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const data = () => ({ controllerId: scope.organisationId, name: "Drift A/S" });

describe("withTenant", () => {
  test("what is thrown undoes all that was written", async () => {
    const failing = withTenant(scope, async (tx) => {
      await tx.processor.create({ data: data() });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await withTenant(scope, (tx) => tx.processor.count())).toBe(0);
  });

  test("a read-only transaction refuses to write", async () => {
    await expect(withTenant(scope, (tx) => tx.processor.create({ data: data() }), { readOnly: true })).rejects.toThrow(/read-only transaction/);
  });

  test("the context ends with the transaction: a connection used again knows no tenant", async () => {
    await Promise.all(Array.from({ length: 40 }, () => withTenant(scope, (tx) => tx.processor.count())));
    const { db } = await import("#app/db/client.server.ts");
    await expect(db().processor.count()).rejects.toThrow(/tenant context missing/);
  });

  test.each(["nonsense", "", "00000000-0000-0000-0000-00000000000"])("an id that is none (%j) is a 404", async (id) => {
    const answer = await withTenant(scope, (tx) => tx.processor.findUnique({ where: { id } })).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).status).toBe(404);
  });
});
