import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { EXIT_CONFIG } from "#app/config/settings.server.ts";

export type ChildOptions = {
  name: "web" | "worker";
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where its log lines go; errors also reach the terminal. */
  logFile: string;
  say: (line: string) => void;
  /** Called when it was up and now refuses to start again. */
  giveUp: (reason: string) => void;
};
/** `ready` fails when the process never comes up. */
export type Child = { ready: Promise<void>; stop: () => Promise<void> };

const LOG_LIMIT = 10 * 1024 * 1024;
const STEADY_MS = 60_000;
const LONGEST_WAIT_MS = 30_000;
const STOP_PATIENCE_MS = 32_000;

/**
 * Keeps one process of the portal running: after a crash it is started again, waiting twice as long each time.
 * It tells that it is up by one IPC message, and ends by itself when this process is gone.
 */
export function keepRunning(options: ChildOptions): Child {
  let current: ChildProcess | null = null;
  let stopping = false;
  let wasUp = false;
  let wait = 1_000;
  let up = () => {};
  let fail: (error: Error) => void = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    up = resolve;
    fail = reject;
  });
  ready.catch(() => undefined);

  const start = () => {
    const begun = performance.now();
    const out = openSync(options.logFile, sizeOf(options.logFile) > LOG_LIMIT ? "w" : "a", 0o600);
    // In a process group of its own, so that Ctrl-C reaches the parent first and all ends in order.
    const child = spawn(process.execPath, options.args, { detached: true, stdio: ["ignore", out, "inherit", "ipc"], env: options.env });
    closeSync(out);
    current = child;
    child.once("message", () => {
      wasUp = true;
      up();
    });
    child.once("error", fail);
    child.once("exit", (code, signal) => {
      current = null;
      if (stopping) return;
      const end = signal ?? `exit ${code}`;
      if (!wasUp) return fail(new Error(`${options.name} did not start (${end}); see ${options.logFile}`));
      if (code === EXIT_CONFIG) return options.giveUp(`${options.name} refuses its settings; see ${options.logFile}`);
      if (performance.now() - begun > STEADY_MS) wait = 1_000;
      options.say(`${options.name} stopped unexpectedly (${end}); starting it again in ${wait / 1_000} s.`);
      setTimeout(() => {
        if (!stopping) start();
      }, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  start();

  const stop = async () => {
    stopping = true;
    const child = current;
    if (child === null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    await Promise.race([gone, pause(STOP_PATIENCE_MS, undefined, { ref: false })]);
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await gone;
  };
  return { ready, stop };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
