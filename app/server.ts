import { createServer } from "node:http";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { log } from "#app/config/log.server.ts";
import { EXIT_CONFIG, settings, SettingsError } from "#app/config/settings.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { drainOnSignal } from "#app/http/drain.server.ts";
import { builtPages, portal } from "#app/http/portal.server.ts";
import { openStore } from "#app/storage/open-store.server.ts";

// The web process: `npm run serve`, and `npm start` as a child. `--dev` takes its pages from Vite.
try {
  settings();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(EXIT_CONFIG);
}

const own = settings();
const server = createServer();
const { values: options } = parseArgs({ options: { dev: { type: "boolean", default: false } } });
const pages = options.dev ? await (await import("#app/http/development.server.ts")).developedPages(server) : await builtPages(resolve("build"));
const store = openStore(own.evidence);

const db = useDb(own.database.runtimeUrl, own.database.poolSize);
const { draining } = drainOnSignal(server, closeDb);
// Slow senders do not hold a connection: headers within 20 s; a whole request within 15 min, which a large upload on a slow line needs.
server.headersTimeout = 20_000;
server.requestTimeout = 15 * 60_000;
server.keepAliveTimeout = 10_000;
server.on("request", portal(own, { query: (sql) => db.$queryRaw(sql), storeCheck: () => store.check(), draining }, pages));
server.once("error", (error) => {
  console.error(`Cannot listen on ${own.host}:${own.port}: ${error.message}`);
  process.exit(1);
});
server.listen(own.port, own.host, () => {
  log("info", "listening", { host: own.host, port: own.port, publicUrl: own.publicUrl });
  process.send?.({ listening: own.port });
});
