import { useTranslation } from "react-i18next";
import { Mark } from "./mark.tsx";
import { looks } from "./state-tones.ts";
import type { StateKind, StateOf } from "./state-tones.ts";

/** A state in words: `<StateBadge kind="supervision" value="sent" />`. */
export function StateBadge<Kind extends StateKind>({ kind, value }: { kind: Kind; value: StateOf[Kind] }) {
  const { t } = useTranslation("words");
  const [tone, icon] = looks[kind][value];
  return <Mark tone={tone} icon={icon}>{t(`${kind}.${value}`)}</Mark>;
}
