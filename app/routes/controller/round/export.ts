import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { toCsv } from "#app/spreadsheet/to-csv.ts";
import { listItems } from "#app/supervision/round/list-items.server.ts";
import { sortedItems } from "#app/supervision/round/round-items.ts";
import { rounds } from "#app/supervision/round/rounds.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { readWish } from "./wish.ts";

/** A round's agreements as CSV, with what has become of each; filtered and sorted like the page where its address says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, language } = await requireController(request);
  const { roundId } = params;
  if (!isRowId(roundId)) return notFound();
  const today = copenhagenDate(now());
  const found = await withTenant(scope, async (tx) => {
    const round = await rounds(tx, scope).find(roundId);
    return round && { title: round.title, items: sortedItems(await listItems(tx, scope, round, today), readWish(new URL(request.url))) };
  }, { readOnly: true });
  if (!found) return notFound();
  const t = translate(language, "round");
  const head = ["agreement", "processor", "concept", "questionnaire", "points", "state", "why"].map((key) => String(t(`items.${key}`)));
  const lines = found.items.map((item) => [
    item.title, item.processorName, item.supplements.length === 0 ? item.concept : [item.concept, ...item.supplements].join(" + "), item.own?.[language] ?? null, item.points, String(t(`items.shows.${item.stand}`)), item.refusal && item.stand !== "left" ? String(t(`refusal.${item.refusal}`)) : null,
  ]);
  return new Response(toCsv([head, ...lines]), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${t("page.file")}-${today}.csv"`, "Cache-Control": "no-store" },
  });
}
