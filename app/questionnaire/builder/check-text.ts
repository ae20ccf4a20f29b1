import { unsafeText } from "../check-survey.ts";

/** Links and pictures as Markdown writes them, and addresses that run something: nothing of ours follows them, but a text may be copied elsewhere. */
const link = /\]\s*\(|(?:javascript|vbscript|data|file)\s*:\s*\S|https?:\/\/\S*[@]/i;
/** Marks that turn or hide text without being seen. */
const unseen = /[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]/u;

/** What the values `[[…]]` in a text may be; they are filled in when the request is made. */
export const PLACEHOLDERS = ["controller", "agreement", "since"] as const;

/** Why another organisation may not be shown this text, or null. */
export function refuseText(text: string): "unsafe-text" | "unsafe-link" | null {
  if (unsafeText.test(text) || unseen.test(text)) return "unsafe-text";
  return link.test(text) ? "unsafe-link" : null;
}

/** `[[names]]` in a text that nothing will be put in place of. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(/\[\[(\w+)\]\]/g)].map(([, name]) => name!).filter((name) => !PLACEHOLDERS.some((one) => one === name));
}
