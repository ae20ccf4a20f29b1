import type { Language } from "#app/text/language.ts";

const ink = "#18242a";
const quiet = "#56646a";
const accent = "#1b566b";
const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * The HTML of a mail, made of its plain text: paragraphs stay paragraphs, "Label:" with an address of the portal below becomes the button.
 * Nothing is loaded from anywhere, and nothing in the text is read as markup.
 */
export function htmlBody(subject: string, text: string, language: Language, portal: string): string {
  const paragraphs = text.trim().split("\n\n");
  const parts = paragraphs.map((paragraph, place) => {
    const lines = paragraph.split("\n");
    const [label = "", address = ""] = lines;
    if (lines.length === 2 && label.endsWith(":") && isOwn(address, portal)) return button(label.slice(0, -1), address);
    const small = place === paragraphs.length - 1;
    return `<p style="margin:0 0 16px;${small ? `font-size:13px;color:${quiet}` : ""}">${lines.map(escaped).join("<br>")}</p>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f6f6">
<div style="max-width:560px;margin:0 auto;padding:28px 28px 12px;background:#ffffff;border:1px solid #d3dadd;border-radius:8px;${font};font-size:16px;line-height:1.5;color:${ink}">
<p style="margin:0 0 20px;font-weight:600;color:${accent}">Tilsynsportalen</p>
${parts.join("\n")}
</div></body></html>
`;
}

function button(label: string, address: string): string {
  const link = `<a href="${escaped(address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${accent};color:#ffffff;text-decoration:none;font-weight:600">${escaped(label)}</a>`;
  return `<p style="margin:24px 0 8px">${link}</p>\n<p style="margin:0 0 24px;font-size:13px;color:${quiet};word-break:break-all">${escaped(address)}</p>`;
}

function isOwn(address: string, portal: string): boolean {
  return URL.canParse(address) && new URL(address).origin === portal;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
