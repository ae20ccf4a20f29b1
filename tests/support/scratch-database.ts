import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayReach, postgresAccount } from "#app/stack/binaries.server.ts";
import { startCluster } from "#app/stack/cluster.server.ts";
import { ensureOwnCluster, OWNER_ROLE, RUNTIME_ROLE } from "#app/stack/roles.server.ts";
import { installQueue } from "#app/jobs/install.server.ts";
import { migrate } from "../../prisma/migrate.ts";

export type ScratchDatabase = { ownerUrl: string; runtimeUrl: string; close: () => Promise<void> };

/** A PostgreSQL of its own with a migrated database, outside the test runner (bench, screenshots). Durable as in production unless `flags` say otherwise. */
export async function scratchDatabase(flags: string[] = []): Promise<ScratchDatabase> {
  const account = postgresAccount();
  const folder = mkdtempSync(join(mayReach(tmpdir(), account) ? tmpdir() : "/tmp", `tilsyn-scratch-${process.pid}-`));
  chmodSync(folder, 0o755);
  const password = () => randomBytes(16).toString("hex");
  const passwords = { owner: password(), runtime: password() };
  const cluster = await startCluster({ folder: join(folder, "cluster"), account, password: password(), logFile: join(folder, "postgres.log"), flags: ["max_connections=200", ...flags] });
  const close = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureOwnCluster(cluster.adminUrl(), passwords, "portal");
    const url = (user: string, secret: string) => `postgresql://${user}:${secret}@127.0.0.1:${cluster.port}/portal`;
    const ownerUrl = url(OWNER_ROLE, passwords.owner);
    await migrate(ownerUrl);
    await installQueue(ownerUrl);
    return { ownerUrl, runtimeUrl: url(RUNTIME_ROLE, passwords.runtime), close };
  } catch (error) {
    await close();
    throw error;
  }
}
