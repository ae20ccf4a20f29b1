import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "#app/stack/build.server.ts";
import { freePort } from "#app/stack/cluster.server.ts";
import { firstRunPath } from "#app/stack/first-run.server.ts";
import { catchMail } from "./mail-catcher.ts";
import type { MailCatcher } from "./mail-catcher.ts";

export type Portal = {
  /** Origin of the running portal, http://localhost:PORT. */
  url: string;
  ownerUrl: string;
  runtimeUrl: string;
  evidenceDir: string;
  mail: MailCatcher;
  /** What web and worker have written so far, for the message of a failing test. */
  logs: () => string;
  /** A new first-run link (absolute), or null when there is an organisation. */
  firstRunLink: () => Promise<string | null>;
  stop: () => Promise<void>;
};

/** The real portal as built: web and worker as processes on `database`, a real SMTP server, evidence in a folder of its own. */
export async function startPortal(database: { ownerUrl: string; runtimeUrl: string }, extra: Record<string, string> = {}): Promise<Portal> {
  await ensureBuild();
  const mail = await catchMail();
  const evidenceDir = mkdtempSync(join(tmpdir(), "tilsyn-evidence-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", PORTAL_MODE: "embedded", PORT: String(port), PUBLIC_URL: url,
    DATABASE_RUNTIME_URL: database.runtimeUrl, EVIDENCE_STORE: "fs", EVIDENCE_DIR: evidenceDir, SMTP_URL: mail.url, MAIL_FROM: "Tilsynsportalen <portal@example.dk>", ...extra,
  };
  const pieces: string[] = [];
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(ended));
    await mail.close();
    rmSync(evidenceDir, { recursive: true, force: true });
  };
  try {
    for (const entry of ["app/worker.ts", "app/server.ts"]) {
      const child = spawn(process.execPath, [entry], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => pieces.push(piece.toString()));
      children.push(child);
      await new Promise<void>((resolve, reject) => {
        child.once("message", () => resolve());
        child.once("exit", (code) => reject(new Error(`${entry} did not start (exit ${code}):\n${pieces.join("")}`)));
      });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const firstRunLink = async () => {
    const path = await firstRunPath(database.ownerUrl);
    return path === null ? null : `${url}${path}`;
  };
  return { url, ownerUrl: database.ownerUrl, runtimeUrl: database.runtimeUrl, evidenceDir, mail, logs: () => pieces.join(""), firstRunLink, stop };
}

/** Ends a process as a deployment would; what has not ended after ten seconds is cut off. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
}
