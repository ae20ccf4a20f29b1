import { buffer } from "node:stream/consumers";
import { parseTable } from "./parse-table.server.ts";
import type { TableLimits } from "./parse-table.server.ts";

// The process a table is read in: the file on standard input, its limits as the one argument, what it holds as JSON on standard output.
const limits = JSON.parse(process.argv[2] ?? "") as TableLimits;
process.stdout.write(JSON.stringify(await parseTable(await buffer(process.stdin), limits)));
