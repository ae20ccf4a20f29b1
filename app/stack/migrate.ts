import { environment, EXIT_CONFIG, readSettings, SettingsError } from "#app/config/settings.server.ts";
import { installQueue } from "#app/jobs/install.server.ts";
import { migrate } from "../../prisma/migrate.ts";
import { checkForeignDatabase } from "./roles.server.ts";

// `npm run migrate`: brings the database at DATABASE_URL up to date, as its owner.
const { DATABASE_URL: ownerUrl } = environment();
const read = readSettings({ DATABASE_URL: ownerUrl }, "embedded", ["DATABASE_URL"]);
if (!read.ok) {
  console.error(new SettingsError(read.problems).message);
  process.exit(EXIT_CONFIG);
}
try {
  await checkForeignDatabase(read.settings.database.ownerUrl ?? "");
  const { applied } = await migrate(read.settings.database.ownerUrl ?? "");
  await installQueue(read.settings.database.ownerUrl ?? "");
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
