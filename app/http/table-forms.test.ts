import { expect, test } from "vitest";
import { takesTable } from "./table-forms.ts";

test.each([
  ["/imports", true],
  ["/imports/new.data", true],
  ["/catalogues/import", true],
  ["/questionnaires/4f/import", true],
  ["/inbox/4f/offline", true],
  ["/inbox/4f/offline.data", true],
  ["/importsx", false],
  ["/inbox/4f/answer", false],
  ["/inbox/a/b/offline", false],
  ["/sign-in", false],
])("%s takes a spreadsheet: %s", (path, takes) => expect(takesTable(path)).toBe(takes));
