import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { buffer, text } from "node:stream/consumers";
import type { TableLimits } from "./parse-table.server.ts";

/** What is done with a table apart: a file is read within limits, or sheets are written as a workbook. */
export type TableTask = { task: "read"; limits: TableLimits } | { task: "write" };
export type Allowance = { heapMiB: number; milliseconds: number };
export type Answer = { ok: true; bytes: Buffer } | { ok: false; ended: string };

/** How many of them a process has at the same time; the others wait. */
const AT_ONCE = 2;
const entry = createRequire(import.meta.url).resolve("#app/spreadsheet/table-process.server.ts");

/**
 * Does the task in a process of its own, which may write and reach nothing, and is ended when it takes more memory or time than allowed: it can then be
 * neither slow nor dangerous for anybody else. Throws what went wrong otherwise.
 */
export function inOwnProcess(task: TableTask, input: Buffer | string, allowance: Allowance): Promise<Answer> {
  return inTurn(async () => {
    const child = spawn(process.execPath, [`--max-old-space-size=${allowance.heapMiB}`, "--permission", "--allow-fs-read=*", "--no-warnings", entry, JSON.stringify(task)], {
      env: { NODE_ENV: "production" }, timeout: allowance.milliseconds, killSignal: "SIGKILL",
    });
    const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
    child.stdin.on("error", () => undefined); // it ended before it had read all: how it ended says why
    child.stdin.end(input);
    const [bytes, complaint, [code, signal]] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
    if (code === 0) return { ok: true, bytes };
    // Ended by the clock or out of memory, here or on the machine.
    if (signal !== null || OUT_OF_MEMORY.test(complaint)) return { ok: false, ended: signal ?? String(code) };
    throw new Error(`A table could not be dealt with (${task.task}, ${code}): ${complaint.slice(-2_000)}`);
  });
}

const OUT_OF_MEMORY = /out of memory|ERR_STRING_TOO_LONG|Invalid string length|Array buffer allocation failed/i;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => void waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
