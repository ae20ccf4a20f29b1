import { useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Flash } from "./flash.ts";
import classes from "./flash-message.module.css";
import { Notice } from "./notice.tsx";

/** What the page before had to say, once. */
export function FlashMessage() {
  const { t } = useTranslation("frame");
  const root = useRouteLoaderData("root") as { flash?: Flash | null } | undefined;
  const flash = root?.flash;
  return (
    <div className={classes.flash} role="status">
      {flash ? <Notice tone={flash.tone} title={t(flash.text, flash.values)} /> : null}
    </div>
  );
}
