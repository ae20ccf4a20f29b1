import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { connected, OWNER_ROLE, RUNTIME_ROLE } from "#app/stack/roles.server.ts";
import "./database-context.ts";

export type FreshDatabase = {
  /** As owner: bypasses row-level security; for setting the scene and looking behind it. */
  ownerUrl: string;
  /** As the role the portal runs with. */
  runtimeUrl: string;
  close: () => Promise<void>;
};

/** A new migrated database, cloned from the run's template; `settings()` name it from here on. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { adminUrl, passwords, template } = inject("testCluster");
  const name = `portal_test_${randomBytes(6).toString("hex")}`;
  await connected(adminUrl, (client) => client.query(`create database ${name} template ${template} owner ${OWNER_ROLE} strategy file_copy`));
  const url = (user: string, password: string) => Object.assign(new URL(adminUrl), { pathname: `/${name}`, username: user, password }).href;
  const runtimeUrl = url(RUNTIME_ROLE, passwords.runtime);
  nameInSettings(runtimeUrl);
  return {
    ownerUrl: url(OWNER_ROLE, passwords.owner),
    runtimeUrl,
    close: async () => {
      await connected(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** From here on `settings()` of this process name the database. */
export function nameInSettings(runtimeUrl: string): void {
  process.env.DATABASE_RUNTIME_URL = runtimeUrl;
  delete (globalThis as { portalSettings?: unknown }).portalSettings;
}
