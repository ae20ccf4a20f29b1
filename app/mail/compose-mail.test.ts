import { describe, expect, it } from "vitest";
import { languages } from "#app/text/language.ts";
import { composeMail } from "./compose-mail.server.ts";
import { mailKinds } from "./mail-kinds.ts";
import type { Mail } from "./mail-kinds.ts";

const portal = "https://portal.example";
const supervisionId = "0b5e4b8e-1a4f-4a57-9c6f-1b1c1d1e1f10";
const values = {
  organisation: "Region Syd", controller: "Region Syd", processor: "Netgruppen A/S", inviter: "Mette Holm", title: "Journalsystem 2026", due: "2026-12-13", expires: "2026-12-06",
  roles: ["respondent", "signatory"], count: 2, page: "Sikkerhed", by: "Mette Holm", minutes: 30, at: new Date("2026-11-22T13:05:00Z"), asker: "Mette Holm", email: "mette@region.example",
};
const secret = ["invitation-member", "invitation-processor", "password-reset"];
const mail = (kind: string, more: object = {}): Mail =>
  ({ kind, dedupeKey: "x", to: { email: "kim@netgruppen.example", name: "Kim Berg" }, language: "da", values, supervisionId, ...(secret.includes(kind) ? { secretLink: "/x/token" } : {}), ...more }) as Mail;

describe.each(languages)("in %s", (language) => {
  it.each(mailKinds)("%s says what it is about, in full, with one link", (kind) => {
    const { subject, body } = composeMail(mail(kind, { language }), portal);
    expect(subject).not.toMatch(/[{}\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(90);
    expect(body.replace("{link}", "")).not.toMatch(/[{}]|undefined/);
    expect(body).toMatch(language === "da" ? /^Kære Kim Berg\n\n/ : /^Dear Kim Berg\n\n/);
    expect(body.match(/https:\/\/portal\.example\/\S+|\{link\}/g)).toHaveLength(1);
  });
});

describe("what is said", () => {
  it("names who asks, what, by when and where", () => {
    expect(composeMail(mail("request-sent"), portal)).toEqual({
      subject: "Region Syd: svar på tilsyn senest 13. dec. 2026",
      body: `Kære Kim Berg\n\nRegion Syd fører tilsyn med Netgruppen A/S som databehandler og har sendt jer et spørgeskema: Journalsystem 2026.\n\nSvar senest 13. dec. 2026. I kan fordele spørgsmålene mellem jer, gemme undervejs og vedlægge dokumentation. Til sidst skriver en underskriver under og sender ind.\n\nÅbn tilsynet:\n${portal}/inbox/${supervisionId}\n\nVenlig hilsen\nTilsynsportalen, portal.example\n\nMailen er sendt automatisk og kan ikke besvares. Svar og dokumentation skal altid afgives i portalen og ikke på mail.\n`,
    });
  });

  it("leaves out the paragraph of what is not given", () => {
    const { due: _due, title: _title, ...rest } = values;
    const { body } = composeMail(mail("invitation-processor", { values: rest }), portal);
    expect(body).not.toContain("venter et tilsyn");
    expect(body).toContain("senest 6. dec. 2026");
  });

  it.each([
    ["submission-received", `/supervisions/${supervisionId}`],
    ["clarification-answered", `/supervisions/${supervisionId}`],
    ["questions-returned", `/inbox/${supervisionId}`],
    ["page-delegated", `/inbox/${supervisionId}`],
    ["password-changed", "/sign-in"],
  ])("%s leads to %s", (kind, path) => {
    expect(composeMail(mail(kind), portal).body).toContain(`:\n${portal}${path}\n`);
  });

  it("keeps names from posing as lines, headers, links or placeholders of ours", () => {
    const controller = "Region\r\nBcc: x@y.example\n\nÅbn tilsynet:\nhttps://elsewhere.example {link} {{title}} $t(frame.closing)";
    const { subject, body } = composeMail(mail("request-sent", { values: { ...values, controller }, secretLink: "/x/token" }), portal);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(body.split("\n").filter((line) => line.startsWith("Bcc:") || line.startsWith("https://elsewhere"))).toEqual([]);
    expect(body.match(/\{link\}/g)).toHaveLength(1);
    expect(body).toContain("{{title}} $t(frame.closing)");
  });
});
