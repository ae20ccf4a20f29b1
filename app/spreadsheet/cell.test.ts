import { expect, test } from "vitest";
import { cellName } from "./cell.ts";

test.each<[number, number, string]>([
  [0, 0, "A1"],
  [9, 25, "Z10"],
  [0, 26, "AA1"],
  [1, 51, "AZ2"],
  [1, 52, "BA2"],
  [0, 701, "ZZ1"],
  [0, 702, "AAA1"],
])("row %i, column %i is %s", (row, column, name) => expect(cellName(row, column)).toBe(name));
