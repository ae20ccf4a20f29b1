import { useTranslation } from "react-i18next";
import type { RoundState } from "#app/supervision/round/rounds.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import type { IconName } from "#app/ui/icon.tsx";

const looks: Readonly<Record<RoundState, readonly [Tone, IconName]>> = { draft: ["rest", "pencil"], sending: ["wait", "mail"], sent: ["ok", "check"], cancelled: ["rest", "cross"] };

/** Where a round stands. */
export function RoundMark({ state }: { state: RoundState }) {
  const { t } = useTranslation("round");
  const [tone, icon] = looks[state];
  return <Mark tone={tone} icon={icon}>{t(`state.${state}`)}</Mark>;
}
