import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Who holds a lock. `birth` tells a process from a later one with the same number. */
export type Holder = { pid: number; birth: string; since: string; address: string };
/** `recovered`: the one before us ended without releasing it. */
export type Taken = { ok: true; recovered: boolean; release: () => void } | { ok: false; holder: Holder };

/** Takes the lock at `file` for this process, or says who has it. One left by a process that is gone is taken over. */
export function takeLock(file: string, since: Date, address: string): Taken {
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? "", since: since.toISOString(), address };
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(draft, file)) return { ok: true, recovered: attempt > 0, release: () => release(file, mine) };
      const text = read(file);
      const holder = parsed(text);
      if (holder !== null && isAlive(holder)) return { ok: false, holder };
      clear(file, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`The lock ${file} keeps changing hands; try again.`);
}

/** Whether the process that wrote `holder` still runs. */
export function isAlive(holder: Holder): boolean {
  return birthOf(holder.pid) === holder.birth;
}

/** Moves a dead lock away; if another process took it over in that moment, its lock is put back. */
function clear(file: string, judged: string): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) linked(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, mine: Holder): void {
  if (existsSync(file) && read(file) === JSON.stringify(mine)) rmSync(file, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function parsed(text: string): Holder | null {
  try {
    const found = JSON.parse(text) as Partial<Holder>;
    return typeof found.pid === "number" && typeof found.birth === "string" ? (found as Holder) : null;
  } catch {
    return null;
  }
}

/** When a process began, in the system's own words; null when there is none. */
function birthOf(pid: number): string | null {
  if (existsSync("/proc/self/stat")) {
    const stat = read(`/proc/${pid}/stat`);
    const [state = "", ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // Killed, but not yet collected by its parent (a container without an init may never do it): gone.
    return stat === "" || state === "Z" || state === "X" ? null : (rest[18] ?? null);
  }
  const listed = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return listed.stdout?.trim() || null;
}
