import { Button } from "@mantine/core";
import type { ButtonProps } from "@mantine/core";
import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = ButtonProps & {
  children: ReactNode;
  /** The action's name, when a form has several: sent as `intent`. */
  intent?: string;
  /** Busy for another reason than a form of this page (a fetcher). */
  busy?: boolean;
  formAction?: string;
  formNoValidate?: boolean;
  "aria-label"?: string;
};

/** Sends its form once: while the answer is awaited it says so, and a second click does nothing. */
export function SubmitButton({ children, intent, busy = false, ...rest }: Props) {
  const { t } = useTranslation("frame");
  const { state, formData } = useNavigation();
  const sending = state !== "idle" && formData !== undefined;
  const mine = sending && (intent === undefined || formData.get("intent") === intent);
  const waiting = busy || mine;
  return (
    <Button
      type="submit"
      {...(intent ? { name: "intent", value: intent } : {})}
      {...rest}
      aria-disabled={busy || sending || undefined}
      data-waiting={waiting || undefined}
      onClick={(event) => {
        if (busy || sending) event.preventDefault();
      }}
    >
      {waiting ? t("saving") : children}
    </Button>
  );
}
