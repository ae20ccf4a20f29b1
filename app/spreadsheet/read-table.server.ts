import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { log } from "#app/config/log.server.ts";
import type { ReadTable, TableLimits } from "./parse-table.server.ts";

export type { ReadTable, TableLimits, TableRefusal } from "./parse-table.server.ts";
export const tableLimits: TableLimits = { bytes: 12 * 1024 * 1024, rows: 20_000, columns: 200, characters: 32_767 };

/** What reading one file may take. */
export const reading = { heapMiB: 512, milliseconds: 30_000 };
/** How many files a process has read at the same time; the others wait. */
const AT_ONCE = 2;
const entry = createRequire(import.meta.url).resolve("#app/spreadsheet/table-process.server.ts");

/**
 * Reads an XLSX workbook or a CSV file, told apart by its bytes. CSV: UTF-8, UTF-16 with its mark, else Windows-1252; semicolon, comma or
 * tab. A cell's formula is never looked at, only the value the spreadsheet last worked out. Dates become ISO days. It is read in a process of its
 * own, which may write and reach nothing and is ended when it takes too much: a file made to harm harms nobody else.
 */
export async function readTable(bytes: Buffer, limits: TableLimits = tableLimits, allowance = reading): Promise<ReadTable> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > limits.bytes) return { ok: false, reason: "too-large" };
  const read = await inTurn(() => readApart(bytes, limits, allowance));
  if (!read.ok && read.fault !== undefined) log("warn", "spreadsheet not read", { fault: read.fault, bytes: bytes.length });
  return read.ok ? read : { ok: false, reason: read.reason };
}

async function readApart(bytes: Buffer, limits: TableLimits, { heapMiB, milliseconds }: typeof reading): Promise<ReadTable> {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMiB}`, "--permission", "--allow-fs-read=*", "--no-warnings", entry, JSON.stringify(limits)], {
    env: { NODE_ENV: "production" }, timeout: milliseconds, killSignal: "SIGKILL",
  });
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  child.stdin.on("error", () => undefined); // it ended before it had read all: how it ended says why
  child.stdin.end(bytes);
  const [answer, complaint, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return JSON.parse(answer) as ReadTable;
  // Ended by the clock or out of memory, here or on the machine.
  if (signal !== null || OUT_OF_MEMORY.test(complaint)) return { ok: false, reason: "too-large", fault: `ended by ${signal ?? String(code)}` };
  throw new Error(`A spreadsheet could not be read (${code}): ${complaint.slice(-2_000)}`);
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
