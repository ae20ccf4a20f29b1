import { scratchDatabase } from "../tests/support/scratch-database.ts";
import { schemaDifference } from "./migrate.ts";

/** `npm run migration`: prints the SQL by which the migrations lag behind schema.prisma. Walls, grants, checks and triggers are written by hand beside it. */
const scratch = await scratchDatabase(["fsync=off"]);
try {
  process.stdout.write(`${await schemaDifference(scratch.ownerUrl)}\n`);
} finally {
  await scratch.close();
}
