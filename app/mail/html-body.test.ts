import { describe, expect, it } from "vitest";
import { htmlBody } from "./html-body.ts";

const html = (text: string) => htmlBody("Emne", text, "da", "https://portal.example");

describe("the HTML of a mail", () => {
  it("makes the portal's own link a button, and shows it in full", () => {
    const made = html("Kære Mette\n\nÅbn tilsynet:\nhttps://portal.example/inbox/1?a=1&b=2\n\nHilsen");
    expect(made).toContain('<a href="https://portal.example/inbox/1?a=1&#38;b=2"');
    expect(made).toContain(">Åbn tilsynet</a>");
  });

  it.each(["https://elsewhere.example/x", "javascript:alert(1)", "https://portal.example.elsewhere.example/"])("never makes a button of %s", (address) => {
    expect(html(`Åbn:\n${address}`)).not.toContain("<a ");
  });

  it("reads nothing in the text as markup, and loads nothing", () => {
    const made = html('<img src="https://elsewhere.example/x.png" onerror="x"> & \'co\'');
    expect(made).not.toContain("<img");
    expect(made).toContain("&#60;img src=&#34;https");
    expect(made).not.toMatch(/(src|url\(|@import)\s*=?\s*["']?https?:/);
  });
});
