import { defaultLanguage, isLanguage } from "./language.ts";
import type { Language } from "./language.ts";

const cookieName = "lang";
const year = 365 * 24 * 60 * 60;

/** Value of a cookie of ours in a request, or null. */
export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** The language of an answer: the person's own, else the cookie, else what the browser asks for, else Danish. */
export function pickLanguage(request: Request, personLocale?: string | null): Language {
  if (isLanguage(personLocale)) return personLocale;
  const cookie = readCookie(request, cookieName);
  if (isLanguage(cookie)) return cookie;
  return acceptedLanguage(request.headers.get("Accept-Language"));
}

/** Set-Cookie value that remembers the language for a year. */
export function languageCookie(language: Language): string {
  return `${cookieName}=${language}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax`;
}

/** First of our languages in an Accept-Language header by its weights (RFC 9110, 12.5.4). */
function acceptedLanguage(header: string | null): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part, place) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase().slice(0, 2), weight: weight ? Number(weight) : 1, place };
    })
    .filter((entry) => entry.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { tag } of wanted) {
    if (isLanguage(tag)) return tag;
    if (tag === "nb" || tag === "nn" || tag === "no" || tag === "sv") return "da";
  }
  return wanted.length > 0 && wanted[0]?.tag !== "*" && wanted[0]?.tag !== "" ? "en" : defaultLanguage;
}
