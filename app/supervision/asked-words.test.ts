import { expect, it } from "vitest";
import { askedWords } from "./asked-words.server.ts";

it("says what carries the request first, and then what is asked along", () => {
  expect(askedWords("en", 5, [], "HR")).toMatch(/^We are the controller [^\n]* “HR”\. We supervise on the basis of a statement[^\n]*$/);
  expect(askedWords("en", 5, [3], "HR").split("\n\n")[1]).toBe("We also ask you for a written status: what has changed, how you meet the special requirements, and whether there have been personal data breaches.");
  expect(askedWords("da", 4, [3, 6], "HR").split("\n\n")[1]?.split("\n")).toEqual(["Vi beder jer også om:", expect.stringMatching(/^– en skriftlig status/), expect.stringMatching(/^– svar på vores egne spørgsmål/)]);
});
