import { useTranslation } from "react-i18next";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import { Mark } from "#app/ui/mark.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";

/** How a request stands, in the words of the one who received it: new rather than sent. */
export function ReceivedState({ state, outcome, returned }: { state: SupervisionState; outcome: Outcome | null; returned: number }) {
  const { t } = useTranslation("supervision");
  if (outcome) return <StateBadge kind="outcome" value={outcome} />;
  if (state === "sent") return <Mark tone="wait" icon="mail">{t("inbox.new")}</Mark>;
  if (state === "returned") return <Mark tone="soon" icon="back">{t("inbox.returned", { count: returned })}</Mark>;
  if (state === "submitted" || state === "assessing") return <Mark tone="ok">{t(`inbox.${state}`)}</Mark>;
  return <StateBadge kind="supervision" value={state} />;
}
