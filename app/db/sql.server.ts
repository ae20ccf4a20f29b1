import { Prisma } from "./generated/client.ts";

/** Part of a statement with its values apart: statements that a filter shapes are put together from such parts, never from text. */
export const { sql, join, empty } = Prisma;
export type Sql = Prisma.Sql;
