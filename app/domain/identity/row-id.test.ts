import { expect, test } from "vitest";
import { isRowId } from "./row-id.ts";

test.each([
  ["0b5e4b8e-1a4f-4a57-9c6f-1b1c1d1e1f10", true],
  ["0B5E4B8E-1A4F-4A57-9C6F-1B1C1D1E1F10", true],
  ["0b5e4b8e-1a4f-4a57-9c6f-1b1c1d1e1f1", false],
  ["0b5e4b8e-1a4f-4a57-9c6f-1b1c1d1e1f10 ", false],
  ["0b5e4b8e1a4f4a579c6f1b1c1d1e1f10", false],
  ["nope", false],
  ["", false],
  [null, false],
  [undefined, false],
])("%j: %s", (text, expected) => {
  expect(isRowId(text)).toBe(expected);
});
