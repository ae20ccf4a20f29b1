import { data, redirect } from "@remix-run/node";
import { notFound } from "#app/auth/refusals.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { cancelRound } from "#app/supervision/round/cancel-round.server.ts";
import { includeItems } from "#app/supervision/round/include-items.server.ts";
import { listItems } from "#app/supervision/round/list-items.server.ts";
import { renewItems } from "#app/supervision/round/renew-items.server.ts";
import { readRoundForm } from "#app/supervision/round/round-form.ts";
import { sortedItems } from "#app/supervision/round/round-items.ts";
import { unknownBlanks } from "#app/supervision/round/round-message.ts";
import { rounds } from "#app/supervision/round/rounds.server.ts";
import { saveRound } from "#app/supervision/round/save-round.server.ts";
import { startRound } from "#app/supervision/round/start-round.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import type { Language } from "#app/text/language.ts";
import { translate } from "#app/text/translate.server.ts";
import { flash } from "#app/ui/flash.server.ts";
import { readWish } from "./wish.ts";

type Act = { scope: Scope; roundId: string; form: FormData; url: URL; language: Language; at: Date };
type Key = "saved" | "startedFlash" | "cancelledFlash";

/** What can be done to a round: kept, its agreements taken as they are now, taken in and left out, sent, stopped. */
export async function actOnRound(act: Act) {
  const { scope, roundId, form, language, at } = act;
  const intent = String(form.get("intent") ?? "");
  const done = (key: Key) => redirect(paths.round(roundId), { headers: flash({ tone: "ok", text: `round:${key}` }) });
  const refused = (errors: Record<string, string>, status = 422) => {
    const t = translate(language, "round");
    const words = unknownBlanks(String(form.get("message") ?? "")).map((word) => `[${word}]`).join(", ");
    const typed = Object.fromEntries([...form].filter(([name]) => name !== "item").map(([name, value]) => [name, String(value)]));
    return data({ typed, errors: Object.fromEntries(Object.entries(errors).map(([name, code]) => [name, String(t(`error.${code}`, { words }))])) }, { status });
  };
  if (intent === "include" || intent === "leave-out") return includeOrLeave(act, intent === "include", refused);
  if (intent === "renew") {
    const renewed = await withTenant(scope, async (tx) => ((await rounds(tx, scope).find(roundId)) ? renewItems(tx, scope, roundId) : notFound()));
    return renewed === null ? refused({ "": "not-draft" }, 409) : redirect(paths.round(roundId), { headers: flash({ tone: "ok", text: "round:renew.done", values: { count: renewed } }) });
  }
  if (intent === "start") {
    const started = await withTenant(scope, (tx) => startRound(tx, scope, { roundId, at, seen: Number(form.get("version")) || 0 }));
    if (started.ok) return done("startedFlash");
    return started.reason === "not-found" ? notFound() : refused({ "": started.reason }, 409);
  }
  if (intent === "cancel") {
    const stopped = await withTenant(scope, (tx) => cancelRound(tx, scope, { roundId, at }));
    if (stopped.ok) return done("cancelledFlash");
    return stopped.reason === "not-found" ? notFound() : refused({ "": stopped.reason }, 409);
  }
  const read = readRoundForm(form, copenhagenDate(at));
  if (!read.ok) return (await withTenant(scope, (tx) => rounds(tx, scope).find(roundId), { readOnly: true })) ? refused(read.errors) : notFound();
  const saved = await withTenant(scope, (tx) => saveRound(tx, scope, roundId, Number(form.get("version")) || 0, read.fields));
  if (saved.ok) return done("saved");
  return saved.reason === "not-found" ? notFound() : refused({ "": saved.reason }, 409);
}

/** The ticked ones, or all that fit the filter of the page's address. */
async function includeOrLeave({ scope, roundId, form, url, at }: Act, included: boolean, refused: (errors: Record<string, string>) => unknown) {
  const changed = await withTenant(scope, async (tx) => {
    const round = await rounds(tx, scope).find(roundId);
    if (!round) return notFound();
    const ticked = form.getAll("item").map(String).filter(isRowId);
    const agreementIds = form.get("all") === "yes" ? sortedItems(await listItems(tx, scope, round, copenhagenDate(at)), readWish(url)).map((item) => item.agreementId) : ticked;
    return agreementIds.length === 0 ? "nothing" : includeItems(tx, scope, { roundId, agreementIds, included });
  });
  if (changed === "nothing") return refused({ item: "pick" });
  if (changed === null) return refused({ "": "not-draft" });
  return redirect(`${paths.round(roundId)}${url.search}#items`, { headers: flash({ tone: "ok", text: "round:items.changed", values: { count: changed } }) });
}
