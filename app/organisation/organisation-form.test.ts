import { expect, test } from "vitest";
import { settingsForm } from "./organisation-form.ts";

const faults = (days: Record<string, string>) => {
  const read = settingsForm.safeParse({ organisation: "Kommune", sides: ["controller"], threshold: "85", version: "1", ...days });
  return read.success ? [read.data.reminderDays, read.data.managerDays, read.data.stepUpDays] : read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

test.each([
  [["1", "7", "14"], [1, 7, 14]],
  [["1", "2", "3"], [1, 2, 3]],
  [["1", "365", "366"], ["stepUpDays organisation:error.days"]],
  [["7", "7", "14"], ["managerDays organisation:error.rising"]],
  [["8", "7", "14"], ["managerDays organisation:error.rising"]],
  [["1", "14", "14"], ["stepUpDays organisation:error.rising"]],
  [["0", "7", "14"], ["reminderDays organisation:error.days"]],
  [["en", "7", "14"], ["reminderDays organisation:error.days"]],
] as const)("the steps of the ladder rise: %j", ([reminderDays, managerDays, stepUpDays], expected) => {
  expect(faults({ reminderDays, managerDays, stepUpDays })).toEqual(expected);
});
