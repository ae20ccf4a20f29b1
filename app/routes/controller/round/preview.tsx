import { Button, Group, Stack } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { requireController } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { QuestionnairePreview } from "#app/questionnaire/preview.tsx";
import { listItems } from "#app/supervision/round/list-items.server.ts";
import { previewItem } from "#app/supervision/round/preview-item.server.ts";
import { sortedItems } from "#app/supervision/round/round-items.ts";
import { rounds } from "#app/supervision/round/rounds.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { RequestLetter } from "../../shared/request-letter.tsx";
import { PartsBadge } from "./parts-badge.tsx";
import classes from "./round.module.css";
import { readWish } from "./wish.ts";

export const meta = pageTitle<typeof loader>("round:preview.title", ({ preview }) => ({ title: preview.agreement.title }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const { roundId } = params;
  if (!isRowId(roundId)) return notFound();
  const url = new URL(request.url);
  const found = await withTenant(scope, async (tx) => {
    const round = await rounds(tx, scope).find(roundId);
    if (!round) return null;
    const today = copenhagenDate(now());
    // Left out ones are not leafed through; the first one is shown where none is named.
    const order = sortedItems(await listItems(tx, scope, round, today), readWish(new URL("?", url))).filter(({ stand }) => stand !== "left").map(({ agreementId }) => agreementId);
    const agreementId = url.searchParams.get("agreement") ?? order[0] ?? "";
    const place = order.indexOf(agreementId);
    const preview = isRowId(agreementId) ? await previewItem(tx, scope, { roundId, agreementId, today }) : null;
    return { preview, before: order[place - 1] ?? null, after: place < 0 ? null : (order[place + 1] ?? null), draft: round.state === "draft" };
  }, { readOnly: true });
  if (!found) return notFound();
  if (!found.preview) throw found.draft ? new Response(null, { status: 404, statusText: "Not Found" }) : redirect(paths.round(roundId));
  return { preview: found.preview, before: found.before, after: found.after };
}

export default function RoundPreview() {
  const { t } = useTranslation("round");
  const { preview, before, after } = useLoaderData<typeof loader>();
  const { round, agreement, processorName } = preview;
  return (
    <>
      <PageHeader
        title={agreement.title} lead={processorName} facts={<PartsBadge concept={preview.concept} supplements={preview.supplements} own={preview.own} />}
        crumbs={[{ to: paths.supervisions(), label: t("frame:nav.supervisions") }, { to: paths.rounds(), label: t("title") }, { to: paths.round(round.id), label: round.title }]}
      />
      <Stack gap="lg">
        {preview.refusal ? (
          <Notice tone="soon" title={t(`refusal.${preview.refusal}`)}><p>{t("preview.cannotText")}</p></Notice>
        ) : preview.questionnaire ? (
          <Panel title={t("supervision:request.preview")} lead={`${t("preview.recipient")}: ${preview.recipient.name} <${preview.recipient.email}>`}>
            <div className={classes.preview} lang={preview.language}>
              <RequestLetter controllerName={preview.controllerName} title={agreement.title} concept={preview.concept} supplements={preview.supplements} dueOn={preview.dueOn} message={preview.message} />
              <QuestionnairePreview frozen={preview.questionnaire} language={preview.language} />
            </div>
          </Panel>
        ) : null}
        <Group gap="sm">
          {before ? <Button component={Link} to={paths.roundPreview(round.id, before)} variant="default" rel="prev">{t("preview.previous")}</Button> : null}
          {after ? <Button component={Link} to={paths.roundPreview(round.id, after)} variant="default" rel="next">{t("preview.next")}</Button> : null}
          <Button component={Link} to={paths.round(round.id)} variant="subtle">{t("preview.back")}</Button>
        </Group>
      </Stack>
    </>
  );
}
