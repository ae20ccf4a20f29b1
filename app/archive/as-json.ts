/** How times, days and values stand in a package's JSON: ISO instants and days, two spaces, keys in the order they are given. */
export const instant = (date: Date | null) => date?.toISOString() ?? null;
export const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
export const pretty = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
