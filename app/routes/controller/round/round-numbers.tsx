import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoadedRound } from "#app/supervision/round/load-round.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { useFormat } from "#app/ui/use-format.ts";

type Props = { round: { state: string; stoppedFor: string; startedAt: string | Date | null; startedByName: string }; counts: LoadedRound["counts"]; stands: LoadedRound["stands"] };

/** What would be sent, or what was. */
export function RoundNumbers({ round, counts, stands }: Props) {
  const { t } = useTranslation("round");
  const format = useFormat();
  if (round.state === "draft") {
    return (
      <Stats>
        <Stat label={t("page.ready")} value={format.number(stands.ready)} hint={t("page.readyHint")} to="?show=ready#items" tone={stands.ready > 0 ? "ok" : "rest"} />
        <Stat label={t("page.cannot")} value={format.number(stands.cannot)} hint={t("page.cannotHint")} to="?show=cannot#items" tone={stands.cannot > 0 ? "soon" : "rest"} />
        <Stat label={t("page.left")} value={format.number(stands.left)} hint={t("page.leftHint")} to="?show=left#items" />
      </Stats>
    );
  }
  const stopped = round.state === "cancelled";
  return (
    <Stack gap="lg">
      <Notice tone={round.stoppedFor ? "late" : stopped ? "rest" : counts.refused > 0 ? "soon" : "ok"} title={t(stopped ? "page.stopped" : "page.done")} role="status">
        <p>{t(stopped ? "page.stoppedText" : "page.doneText", { sent: format.number(counts.sent), refused: format.number(counts.refused), waiting: format.number(counts.waiting) })} {round.startedAt ? t("page.started", { at: format.dateTime(round.startedAt), name: round.startedByName }) : null}</p>
        {round.stoppedFor === "sender-gone" ? <p>{t("page.senderGone", { name: round.startedByName })}</p> : null}
      </Notice>
      <Stats>
        <Stat label={t("page.sent")} value={format.number(counts.sent)} to="?show=sent#items" tone="ok" />
        <Stat label={t("page.refused")} value={format.number(counts.refused)} to="?show=refused#items" tone={counts.refused > 0 ? "soon" : "rest"} />
        <Stat label={t("items.shows.overdue")} value={format.number(stands.overdue)} to="?show=overdue#items" tone={stands.overdue > 0 ? "late" : "rest"} />
        <Stat label={t("items.shows.concluded")} value={format.number(stands.concluded)} to="?show=concluded#items" tone="ok" />
      </Stats>
    </Stack>
  );
}
