import { unsafeText } from "../check-survey.ts";

/** Links and pictures as Markdown writes them, and addresses that run or carry something: nothing of ours follows them, but a text may be copied elsewhere. "Hvilke data: navn" is none. */
const link = /\]\s*[([]|\]:\s*\S+:\/\/|\b(?:java|vb)script\s*:|\bdata\s*:\s*[a-z]+\/[a-z0-9.+-]+\s*[;,]|\bfile\s*:\s*\/\/|https?:\/\/[^\s/?#]*@/i;
/** Spelled out with breaks in between, which browsers overlook. */
const broken = /j[\t\n]*a[\t\n]*v[\t\n]*a[\t\n]*s[\t\n]*c[\t\n]*r[\t\n]*i[\t\n]*p[\t\n]*t[\t\n]*:/i;
/** Marks that turn or hide text without being seen, what looks like nothing, heaps of marks on one letter, and half characters, which are stored nowhere. */
const unseen = /[\u0080-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{M}{4}|\p{Surrogate}/u;

/** What the values `[[…]]` in a text may be; they are filled in when the request is made. */
export const PLACEHOLDERS = ["controller", "agreement", "since"] as const;

/** Why another organisation may not be shown this text, or null. */
export function refuseText(text: string): "unsafe-text" | "unsafe-link" | null {
  if (unsafeText.test(text) || unseen.test(text)) return "unsafe-text";
  return link.test(text) || broken.test(text) ? "unsafe-link" : null;
}

/** `[[names]]` in a text that nothing will be put in place of. */
export function unknownPlaceholders(text: string): string[] {
  return [...text.matchAll(/\[\[(\w+)\]\]/g)].map(([, name]) => name!).filter((name) => !PLACEHOLDERS.some((one) => one === name));
}
