import { Button } from "@mantine/core";
import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkProcessor } from "#app/agreement/link-processor.server.ts";
import { listedAgreements } from "#app/agreement/listed-agreements.server.ts";
import { WRITERS, mayWrite } from "#app/agreement/may.ts";
import { processors } from "#app/agreement/processors.server.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import { requireController } from "#app/auth/guard.server.ts";
import { forbidden, notFound } from "#app/auth/refusals.ts";
import { now } from "#app/config/clock.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { paths } from "#app/paths.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { flash } from "#app/ui/flash.server.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { agreementColumns } from "./agreement-columns.tsx";
import classes from "./processor.module.css";

export const meta = pageTitle<typeof loader>("processor:one.title", ({ processor }) => ({ name: processor.name }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireController(request);
  const today = copenhagenDate(now());
  return withTenant(scope, async (tx) => {
    const processor = (await processors(tx, scope).find(params.processorId ?? "")) ?? notFound();
    const { id, name, cvr, organisationId, contactName, contactEmail, contactPhone, managerName, managerEmail } = processor;
    const may = mayWrite(scope);
    const found = may && cvr !== null && organisationId === null ? await processors(tx, scope).directory(cvr) : [];
    return {
      processor: { id, name, cvr, here: organisationId !== null, contactName, contactEmail, contactPhone, managerName, managerEmail }, may, today,
      offer: found.find((entry) => entry.cvr === cvr) ?? null,
      agreements: await listedAgreements(tx, scope, today).ofProcessor(id),
    };
  }, { readOnly: true });
}

/** Joins the processor to the organisation of its CVR number that is here. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { scope } = await requireController(request, ...WRITERS);
  const [id, organisation] = [params.processorId ?? "", String((await request.formData()).get("organisation"))];
  const linked = isRowId(organisation) ? await withTenant(scope, (tx) => linkProcessor(tx, scope, id, organisation)) : ({ ok: false, reason: "not-in-directory" } as const);
  if (!linked.ok && linked.reason === "role") return forbidden();
  if (!linked.ok && linked.reason === "not-found") return notFound();
  return redirect(paths.processor(id), { headers: flash(linked.ok ? { tone: "ok", text: "processor:one.linked" } : { tone: "late", text: "processor:error.not-in-directory" }) });
}

export default function ProcessorPage() {
  const { t } = useTranslation("processor");
  const { processor, may, today, offer, agreements } = useLoaderData<typeof loader>();
  const { id, name, cvr, here, contactName, contactEmail, contactPhone, managerName, managerEmail } = processor;
  const add = may ? <Button component={Link} to={paths.agreementNew(id)}>{t("one.addAgreement")}</Button> : null;
  return (
    <>
      <PageHeader
        title={name} crumbs={[{ to: paths.processors(), label: t("list.title") }]}
        facts={<><span className="tabular">{cvr ? t("cvr", { cvr }) : t("noCvr")}</span><Mark tone={here ? "ok" : "rest"}>{t(here ? "here.yes" : "here.no")}</Mark></>}
        actions={may ? <><Button component={Link} to={paths.processorEdit(id)} variant="default">{t("one.edit")}</Button>{add}</> : null}
      />
      {offer ? (
        <div className={classes.offer}>
          <Notice title={t("new.offer", { name: offer.name })}>
            <p>{t("one.offerText")}</p>
            <Form method="post" className={classes.choices}>
              <input type="hidden" name="organisation" value={offer.id} />
              <SubmitButton>{t("new.join", { name: offer.name })}</SubmitButton>
            </Form>
          </Notice>
        </div>
      ) : null}
      <Panel title={t("one.agreements")} flush={agreements.length > 0}>
        <DataTable
          caption={t("one.agreements")} columns={agreementColumns(t, today).filter(({ key }) => key !== "processor")} rows={agreements} rowKey={(row) => row.id}
          empty={<EmptyState icon="agreements" title={t("one.none")} action={add}>{t("one.noneText")}</EmptyState>}
        />
      </Panel>
      <Panel title={t("one.contact")}>
        {contactName || contactEmail || contactPhone ? (
          <Facts facts={[
            { term: t("fields.contactName"), value: contactName || "–" },
            { term: t("fields.contactEmail"), value: contactEmail ? <a href={`mailto:${contactEmail}`}>{contactEmail}</a> : t("one.noEmail") },
            { term: t("fields.contactPhone"), value: contactPhone ? <a href={`tel:${contactPhone.replace(/\s/g, "")}`}>{contactPhone}</a> : "–" },
            { term: t("fields.manager"), value: managerEmail ? <>{managerName} <a href={`mailto:${managerEmail}`}>{managerEmail}</a></> : managerName || t("fields.noManager") },
          ]} />
        ) : <p className={classes.plain}>{t("one.noContact")}</p>}
      </Panel>
    </>
  );
}
