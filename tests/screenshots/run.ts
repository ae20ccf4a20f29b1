import { ensureDatabaseClient } from "#app/stack/build.server.ts";

// On a fresh checkout there is no database client yet, and what follows imports it.
await ensureDatabaseClient();
await import("./take.ts");
