import { expect, test } from "vitest";
import { firstWithStatement } from "./statement-received.ts";

const file = (sha256: string, question = "statement_evidence") => ({ question, sha256 });
const submission = (revision: number, ...evidence: ReturnType<typeof file>[]) => ({ revision, evidence });

test.each([
  ["handed in once", [submission(1, file("a"))], 1],
  ["the same statement handed in again for another question's sake", [submission(1, file("a")), submission(2, file("a"), file("x", "other"))], 1],
  ["another statement instead", [submission(1, file("a")), submission(2, file("b")), submission(3, file("b"))], 2],
  ["the first one again", [submission(1, file("a")), submission(2, file("b")), submission(3, file("a"))], 3],
  ["two files in another order", [submission(1, file("a"), file("b")), submission(2, file("b"), file("a"))], 1],
  ["no file at all", [submission(1), submission(2)], 1],
] as const)("%s", (_, submissions, revision) => {
  expect(firstWithStatement([...submissions]).revision).toBe(revision);
});
