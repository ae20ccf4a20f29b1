import { data } from "@remix-run/node";
import type { z } from "zod";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";
import type { Refused } from "./refused.ts";

/** Errors by field name, as keys of our texts; "" is the form as a whole. */
export type ErrorKeys = Record<string, string>;
export type Read<T> = { ok: true; value: T } | { ok: false; keys: ErrorKeys };

/** Reads a form by its schema; names in `several` come as lists (ticks). The first message of each field counts. */
export function readForm<T>(form: FormData, schema: z.ZodType<T>, several: readonly string[] = []): Read<T> {
  const raw: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) raw[name] = form.get(name);
  for (const name of several) raw[name] = form.getAll(name);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const keys: ErrorKeys = {};
  for (const issue of parsed.error.issues) keys[String(issue.path[0] ?? "")] ??= issue.message;
  return { ok: false, keys };
}

/** The form handed back (422) with its messages in the page's language and what was typed, passwords left out. */
export function refuse(form: FormData, language: Language, keys: ErrorKeys) {
  const t = translate(language, "errors");
  const errors = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, t(key)]));
  const typed: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    if (!/password|present/i.test(name)) typed[name] = form.getAll(name).map(String);
  }
  return data({ errors, typed } satisfies Refused, { status: 422 });
}
