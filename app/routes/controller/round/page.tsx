import { Button, Stack } from "@mantine/core";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { mayWork, WORKERS } from "#app/supervision/may.ts";
import { loadRound } from "#app/supervision/round/load-round.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { lookAfterConflict } from "#app/ui/look-after-conflict.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { readPage } from "#app/ui/sort.ts";
import { useFormat } from "#app/ui/use-format.ts";
import { useLookAgain } from "#app/ui/use-look-again.ts";
import { actOnRound } from "./act.server.ts";
import { ChangedNotice } from "./changed-notice.tsx";
import { ItemList } from "./item-list.tsx";
import { ProgressTable } from "./progress-table.tsx";
import { RoundMark } from "./round-mark.tsx";
import { RoundNumbers } from "./round-numbers.tsx";
import { SendPanel } from "./send-panel.tsx";
import { SendingPanel } from "./sending-panel.tsx";
import { readWish } from "./wish.ts";
import { WriteForm } from "./write-form.tsx";

export const meta = pageTitle<typeof loader>("round:page.title", ({ round }) => ({ title: round.title }));

/** Whoever is refused because of what somebody else did sees that. */
export const shouldRevalidate = lookAfterConflict;

const SIZE = 50;
/** How often the page looks how far the sending is, in milliseconds. */
const LOOK_AGAIN = 1_500;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { roundId } = params;
  if (!isRowId(roundId)) return notFound();
  const url = new URL(request.url);
  const [wish, page, today] = [readWish(url), readPage(url), copenhagenDate(now())];
  const found = await withTenant(scope, (tx) => loadRound(tx, scope, roundId, { wish, skip: (page - 1) * SIZE, take: SIZE, today }), { readOnly: true });
  return found ? { ...found, wish, page, today, may: mayWork(scope) } : notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, language } = await requireController(request, ...WORKERS);
  const { roundId } = params;
  if (!isRowId(roundId)) return notFound();
  return actOnRound({ scope, roundId, form: await request.formData(), url: new URL(request.url), language, at: now() });
}

export default function Round() {
  const { t } = useTranslation("round");
  const format = useFormat();
  const { round, counts, stands, changed, progress, items, chosen, total, wish, page, today, may } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { errors: Record<string, string>; typed: Record<string, string> } | undefined;
  const errors = refused?.errors ?? null;
  const draft = round.state === "draft";
  useLookAgain(round.state === "sending", LOOK_AGAIN);
  return (
    <>
      <PageHeader
        title={round.title} crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.rounds(), label: t("page.crumb") }]} facts={<RoundMark state={round.state} />}
        lead={round.filter.dueBy === "" ? t("page.byForce") : t("page.byPlan", { date: format.date(round.filter.dueBy) })}
        actions={<Button component="a" href={paths.roundExport(round.id)} download variant="default">{t("page.export")}</Button>}
      />
      {errors && (errors[""] || errors.item) ? <FormErrorSummary errors={errors} /> : null}
      {round.state === "sending" ? <SendingPanel counts={counts} may={may} /> : <RoundNumbers round={round} counts={counts} stands={stands} />}
      <Stack gap="lg">
        {draft && may && changed > 0 ? <ChangedNotice changed={changed} /> : null}
        {draft && may ? <SendPanel round={round} ready={stands.ready} cannot={stands.cannot} /> : null}
        {draft && may ? <WriteForm round={round} today={today} errors={errors} typed={refused?.typed ?? null} /> : null}
        {progress.length > 0 ? <ProgressTable progress={progress} /> : null}
        {round.state === "sending" ? null : <ItemList roundId={round.id} draft={draft} may={may} items={items} wish={wish} chosen={chosen} total={total} page={page} size={SIZE} />}
      </Stack>
    </>
  );
}
