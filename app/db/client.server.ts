import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import type { Prisma } from "./generated/client.ts";

/** The bare client. Features never see it: they work in the transaction that app/tenancy opens. */
export type Db = PrismaClient;
/** One open transaction whose tenant is set. */
export type Tx = Prisma.TransactionClient;

const MOST_STATEMENTS = 500;
const holder = globalThis as { portalDb?: Db };

/** Names each distinct statement, so that PostgreSQL plans it once a connection; the first 500, so that memory is bounded. */
function statementNames(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= MOST_STATEMENTS) return known as string;
    const name = `portal_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Connects as the runtime role. `connections` bounds the pool: one is held for the length of each request's transaction. */
export function openDb(runtimeUrl: string, connections = 20): Db {
  const adapter = new PrismaPg(
    { connectionString: runtimeUrl, max: connections, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 10_000 },
    { statementNameGenerator: statementNames() as (query: { sql: string }) => string },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}

/** Opens this process's one client; the server's own modules and Remix's bundle share it. */
export function useDb(runtimeUrl: string, connections?: number): Db {
  holder.portalDb ??= openDb(runtimeUrl, connections);
  return holder.portalDb;
}

/** This process's client. Throws when the process entry has not opened it. */
export function db(): Db {
  if (!holder.portalDb) throw new Error("The database client is not open: call useDb first");
  return holder.portalDb;
}

/** Closes this process's client, if open. */
export async function closeDb(): Promise<void> {
  const open = holder.portalDb;
  delete holder.portalDb;
  await open?.$disconnect();
}
