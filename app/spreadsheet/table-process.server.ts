import { buffer, json } from "node:stream/consumers";
import { composeWorkbook } from "./compose-workbook.server.ts";
import type { SheetToWrite } from "./compose-workbook.server.ts";
import type { TableTask } from "./own-process.server.ts";
import { parseTable } from "./parse-table.server.ts";

// The process in which a table is read or written: the task is the one argument. Standard input holds the file, or the sheets as JSON; standard output what came of it.
const asked = JSON.parse(process.argv[2] ?? "") as TableTask;
process.stdout.write(asked.task === "read" ? JSON.stringify(await parseTable(await buffer(process.stdin), asked.limits)) : await composeWorkbook((await json(process.stdin)) as SheetToWrite[]));
