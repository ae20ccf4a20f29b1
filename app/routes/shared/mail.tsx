import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { requireMember } from "#app/auth/guard.server.ts";
import { notFound } from "#app/auth/refusals.ts";
import { mayRetry } from "#app/mail/mail-state.ts";
import { canSendMail, outbox, retryMail } from "#app/mail/outbox.server.ts";
import type { TextLine } from "#app/mail/present.ts";
import { paths } from "#app/paths.ts";
import { MailMark } from "#app/routes/shared/mail-mark.tsx";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { Facts } from "#app/ui/facts.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./mail.module.css";

export const meta = pageTitle("mail:page.title");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request, "administrator");
  const mail = await withTenant(scope, (tx) => outbox(scope, tx).find(params.mailId ?? ""), { readOnly: true });
  if (!mail) notFound();
  return { mail, retryable: mayRetry(mail.state, canSendMail()), side: scope.side };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireMember(request, "administrator");
  const mailId = params.mailId ?? "";
  const outcome = await withTenant(scope, async (tx) => ((await outbox(scope, tx).find(mailId)) === null ? "absent" : (await retryMail(tx, scope, mailId)) ? "retried" : "not-retried"));
  if (outcome === "absent") notFound();
  return redirect(paths.mail(mailId), { headers: outcome === "retried" ? flash({ tone: "ok", text: "mail:page.retried" }) : flash({ tone: "late", text: "mail:page.notRetried" }) });
}

export default function Mail() {
  const { mail, retryable, side } = useLoaderData<typeof loader>();
  const { t } = useTranslation("mail");
  const format = useFormat();
  const facts = [
    { term: t("page.to"), value: mail.name === "" ? mail.to : `${mail.name}, ${mail.to}` },
    { term: t("page.state"), value: <MailMark state={mail.state} /> },
    { term: t("page.created"), value: format.dateTime(mail.at) },
    ...(mail.sentAt ? [{ term: t("page.sentAt"), value: format.dateTime(mail.sentAt) }] : []),
    ...(mail.attempts > 0 ? [{ term: t("page.attempts"), value: format.number(mail.attempts) }] : []),
    ...(mail.lastError ? [{ term: t("page.lastError"), value: <span lang="en">{mail.lastError}</span> }] : []),
    ...(mail.supervisionId && side === "controller" ? [{ term: t("page.supervision"), value: <Link to={paths.supervision(mail.supervisionId)}>{t("page.openSupervision")}</Link> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={mail.subject}
        crumbs={[{ to: paths.outbox(), label: t("page.title") }]}
        actions={retryable ? <Form method="post"><SubmitButton variant="default">{t("page.retry")}</SubmitButton></Form> : null}
      />
      {mail.state === "failed" ? <div className={classes.notice}><Notice tone="late">{t("page.failed")}</Notice></div> : null}
      {mail.state === "again" ? <div className={classes.notice}><Notice tone="soon">{t("page.again")}</Notice></div> : null}
      <Panel><Facts facts={facts} /></Panel>
      <Panel title={t("page.text")}>
        <div className={classes.text} lang={mail.language}>
          {mail.paragraphs.map((lines, place) => (
            <p key={place}>{lines.map((line, number) => <Fragment key={number}>{number > 0 ? <br /> : null}<Line {...line} /></Fragment>)}</p>
          ))}
        </div>
      </Panel>
    </>
  );
}

function Line({ text, href }: TextLine) {
  const { t } = useTranslation("mail");
  if (text === null) return <em>{t("page.hiddenLink")}</em>;
  return href ? <a href={href}>{text}</a> : <>{text}</>;
}
