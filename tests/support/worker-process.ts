import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";

/** Starts the portal's worker as a process on the test file's database, ready when this resolves. What still runs is killed after the file. */
export function useWorkers(runtimeUrl: () => string): (extra?: Record<string, string>) => Promise<ChildProcess> {
  const workers = new Set<ChildProcess>();
  afterAll(() => {
    for (const worker of workers) worker.kill("SIGKILL");
  });
  return async (extra = {}) => {
    const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: "production", PORTAL_MODE: "embedded", DATABASE_RUNTIME_URL: runtimeUrl(), LOG_LEVEL: "warn", ...extra };
    const worker = spawn(process.execPath, ["app/worker.ts"], { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    workers.add(worker);
    await once(worker, "message");
    return worker;
  };
}
