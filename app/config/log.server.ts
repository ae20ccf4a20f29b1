import { now } from "./clock.server.ts";
import { settings } from "./settings.server.ts";
import type { LogLevel } from "./settings.server.ts";

type Facts = Record<string, string | number | boolean | null | undefined>;

const order: LogLevel[] = ["error", "warn", "info", "debug"];
const secretName = /password|secret|token|cookie|authorization|session/i;

/** Writes one JSON line, errors to standard error and the rest to standard output. Facts are flat; a fact named like a secret is never written. */
export function log(level: LogLevel, event: string, facts: Facts = {}): void {
  if (order.indexOf(level) > order.indexOf(leastLevel())) return;
  const safe = Object.entries(facts).map(([name, value]) => [name, secretName.test(name) ? "[hidden]" : value]);
  (level === "error" ? process.stderr : process.stdout).write(`${JSON.stringify({ at: now().toISOString(), level, event, ...Object.fromEntries(safe) })}\n`);
}

/** Writes a bug or outage with its stack, once, at the edge that caught it. */
export function logError(event: string, error: unknown, facts: Facts = {}): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log("error", event, { ...facts, error: withoutUrlPasswords(stack) });
}

/** A request path fit for the log: query dropped, one-time tokens in the path masked, row ids kept. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.data)?$/i;
  return path.startsWith("/assets/") ? path : path.split("/").map((part) => (part.length >= 24 && !uuid.test(part) ? "…" : part)).join("/");
}

function withoutUrlPasswords(text: string): string {
  return text.replace(/(\w+:\/\/[^:/@\s]+):[^@\s]+@/g, "$1:[hidden]@");
}

function leastLevel(): LogLevel {
  try {
    return settings().logLevel;
  } catch {
    return "info";
  }
}
