import { describe, expect, it } from "vitest";
import { attachmentNamed, downloadHeaders } from "./download-headers.ts";

describe("attachmentNamed", () => {
  it.each([
    ["report.pdf", `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
    ["Årsrapport æøå.pdf", `attachment; filename="Arsrapport aeoea.pdf"; filename*=UTF-8''%C3%85rsrapport%20%C3%A6%C3%B8%C3%A5.pdf`],
    [`a"b\\c.pdf`, `attachment; filename="c.pdf"; filename*=UTF-8''c.pdf`],
    [`it's (1)*.pdf`, `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
    ["100%.txt", `attachment; filename="100_.txt"; filename*=UTF-8''100%25.txt`],
    [`say "hi".txt`, `attachment; filename="say _hi_.txt"; filename*=UTF-8''say%20%22hi%22.txt`],
    ["a\r\nSet-Cookie: x.pdf", `attachment; filename="aSet-Cookie: x.pdf"; filename*=UTF-8''aSet-Cookie%3A%20x.pdf`],
    ["日本.pdf", `attachment; filename="__.pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`],
  ])("%j", (name, header) => expect(attachmentNamed(name)).toBe(header));
});

describe("downloadHeaders", () => {
  it("lets nothing run, be cached or be changed", () => {
    expect(downloadHeaders({ name: "a.csv", mediaType: "text/csv", sha256: "ab", size: 3 })).toMatchObject({
      "Content-Type": "text/csv; charset=utf-8", "Content-Length": "3", "X-Content-Type-Options": "nosniff", "X-Content-SHA256": "ab",
      "Content-Security-Policy": "sandbox; default-src 'none'", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store, no-transform",
    });
  });
});
