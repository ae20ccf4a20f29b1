import { useTranslation } from "react-i18next";
import type { MailState } from "#app/mail/mail-state.ts";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import type { IconName } from "#app/ui/icon.tsx";

const looks: Record<MailState, [Tone, IconName?]> = { waiting: ["wait", "clock"], again: ["soon"], sent: ["ok"], failed: ["late"], kept: ["rest", "archive"] };

/** Where a mail stands, in words. */
export function MailMark({ state }: { state: MailState }) {
  const { t } = useTranslation("mail");
  const [tone, icon] = looks[state];
  return <Mark tone={tone} icon={icon}>{t(`page.states.${state}`)}</Mark>;
}
