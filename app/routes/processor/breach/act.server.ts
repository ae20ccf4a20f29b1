import { data, redirect } from "@remix-run/node";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/routes/shared/read-form.server.ts";
import type { ErrorKeys } from "#app/routes/shared/read-form.server.ts";
import { changeBreach } from "#app/supervision/breach/change-breach.server.ts";
import { notifyControllers } from "#app/supervision/breach/notify-controllers.server.ts";
import { findControllers } from "#app/supervision/breach/find-controllers.server.ts";
import { changedBreachVersion, ownBreachForm } from "#app/supervision/breach/own-breach-form.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";

/** A form of the page that came back. */
export type BreachRefused = { intent: "save" | "notify"; errors: Record<string, string>; typed: Record<string, string[]> };

/** What the forms of a breach's page do. */
export async function actOnBreach(scope: Scope, language: Language, id: string, form: FormData) {
  const read = readForm(form, changedBreachVersion);
  if (!read.ok) throw new Response(null, { status: 400 });
  return form.get("intent") === "notify" ? notify(scope, language, id, read.value.version, form) : save(scope, language, id, read.value.version, form);
}

async function save(scope: Scope, language: Language, id: string, version: number, form: FormData) {
  const read = readForm(form, ownBreachForm(now()));
  if (!read.ok) return refused("save", form, language, read.keys, 422);
  const done = await withTenant(scope, (tx) => changeBreach(tx, scope, id, version, read.value));
  if (done.ok) return redirect(paths.ownBreach(id), { headers: flash({ tone: "ok", text: done.changed ? "breach:own.saved" : "breach:own.unchanged" }) });
  return done.reason === "not-found" ? notFound() : refused("save", form, language, { "": "breach:own.conflict" }, 409);
}

async function notify(scope: Scope, language: Language, id: string, version: number, form: FormData) {
  const [chosen, query, at] = [form.getAll("controller").map(String), String(form.get("q") ?? ""), now()];
  if (!form.has("reviewed")) return refused("notify", form, language, { reviewed: "breach:error.reviewed" }, 422);
  const done = await withTenant(scope, async (tx) => {
    const controllerIds = form.has("everybody") ? (await findControllers(tx, scope, query)).map((one) => one.id) : chosen;
    return notifyControllers(tx, scope, { breachId: id, version, controllerIds, at });
  });
  if (done.ok) return redirect(paths.ownBreach(id), { headers: flash(done.already ? { tone: "ok", text: "breach:notify.already" } : { tone: "ok", text: "breach:notify.done", values: { count: done.told } }) });
  if (done.reason === "not-found") return notFound();
  if (done.reason === "nobody") return refused("notify", form, language, { controller: "breach:error.nobody" }, 422);
  return refused("notify", form, language, { "": done.reason === "conflict" ? "breach:error.conflict" : "breach:error.notYours" }, 409);
}

function refused(intent: BreachRefused["intent"], form: FormData, language: Language, keys: ErrorKeys, status: number) {
  const t = translate(language, "breach");
  const errors = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, String(t(key))]));
  const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]));
  return data<BreachRefused>({ intent, errors, typed }, { status });
}
