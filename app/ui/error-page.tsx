import { Link, isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { Brand } from "./brand.tsx";
import classes from "./error-page.module.css";

const known = [403, 404] as const;

/** The page of any error: what happened in plain words, and the way on. Never says more than the status. */
export function ErrorPage({ framed = false }: { framed?: boolean }) {
  const { t } = useTranslation("errors");
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? (known.find((code) => code === error.status) ?? 500) : 500;
  const root = useRouteLoaderData("root") as { requestId?: string } | undefined;
  const reference = status === 500 ? root?.requestId : undefined;
  const content = (
    <>
      <title>{`${t(`${status}.title`)} – ${t("frame:product")}`}</title>
      <p className={classes.code} aria-hidden="true">{status}</p>
      <h1 className={classes.title}>{t(`${status}.title`)}</h1>
      <p className={classes.text}>{t(`${status}.text`)}</p>
      {reference ? <p className={classes.reference}>{t("reference", { id: reference })}</p> : null}
      <p><Link to={paths.home()}>{t("toFrontPage")}</Link></p>
    </>
  );
  if (framed) return <div className={classes.framed}>{content}</div>;
  return (
    <div className={classes.page}>
      <header className={classes.header}><Brand /></header>
      <main id="main" tabIndex={-1} className={classes.main}>{content}</main>
    </div>
  );
}
