import { expect, test } from "vitest";
import { CERTIFICATE_SCHEMES, schemeArticle } from "./certificate-scheme.ts";

test("only approved schemes have an article", () => {
  expect(CERTIFICATE_SCHEMES.map(({ id }) => [id, schemeArticle(id)])).toEqual([
    ["europrivacy", 42],
    ["other-art-42", 42],
    ["eu-cloud-coc", 40],
    ["cispe", 40],
    ["other-art-40", 40],
    ["iso-27001", null],
    ["iso-27701", null],
    ["soc-2", null],
    ["d-maerket", null],
    ["other", null],
  ]);
});
