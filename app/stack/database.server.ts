import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Settings } from "#app/config/settings.server.ts";
import { clusterFolder, postgresAccount } from "./binaries.server.ts";
import { removeCluster, startCluster } from "./cluster.server.ts";
import type { Cluster } from "./cluster.server.ts";
import { checkForeignDatabase, ensureOwnCluster, ensureRuntimeRole, OWNER_ROLE, RUNTIME_ROLE } from "./roles.server.ts";
import { keepSecrets, keptSecrets } from "./secrets.server.ts";

export type StackDatabase = { ownerUrl: string; runtimeUrl: string; stop: () => Promise<void> };

const DATABASE = "portal";
const FLAGS = ["max_connections=100", "shared_buffers=128MB"];

/** The database of `npm start`: the one DATABASE_URL names, or a PostgreSQL of our own kept in `folder` and brought back should it die. */
export async function openDatabase(settings: Settings, folder: string, say: (line: string) => void): Promise<StackDatabase> {
  const isNew = !existsSync(join(folder, "secrets.json"));
  const secrets = keptSecrets(folder);
  const { ownerUrl, runtimeUrl } = settings.database;
  if (ownerUrl !== null) {
    await checkForeignDatabase(ownerUrl);
    return { ownerUrl, runtimeUrl: runtimeUrl || (await ensureRuntimeRole(ownerUrl, secrets.runtime)), stop: async () => undefined };
  }

  const account = postgresAccount();
  const place = clusterFolder(folder, account);
  if (!place.startsWith(folder)) {
    // Kept elsewhere: a link says where, and a data folder begun anew does not meet the database of the old one.
    if (isNew) await removeCluster(place);
    rmSync(join(folder, "postgres"), { force: true });
    symlinkSync(place, join(folder, "postgres"));
  }
  const options = { folder: place, account, password: secrets.superuser, logFile: join(folder, "logs", "postgres.log"), flags: FLAGS };
  let cluster = await startCluster({ ...options, port: secrets.port });
  const { port } = cluster;
  if (port !== secrets.port) keepSecrets(folder, { ...secrets, port });
  await ensureOwnCluster(cluster.adminUrl(), secrets, DATABASE);

  let stopping = false;
  const watch = (running: Cluster) =>
    void running.exited.then(async () => {
      while (!stopping) {
        say("PostgreSQL stopped unexpectedly; starting it again.");
        try {
          cluster = await startCluster({ ...options, port, exactPort: true });
          watch(cluster);
          return;
        } catch (error) {
          say(error instanceof Error ? error.message : String(error));
          await pause(2_000);
        }
      }
    });
  watch(cluster);

  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    ownerUrl: url(OWNER_ROLE, secrets.owner),
    runtimeUrl: url(RUNTIME_ROLE, secrets.runtime),
    stop: async () => {
      stopping = true;
      await cluster.stop();
    },
  };
}

/** Removes the embedded database kept for `folder`, stopping it first if a killed run left it. */
export async function forgetDatabase(folder: string): Promise<void> {
  await removeCluster(clusterFolder(folder, postgresAccount()));
}
