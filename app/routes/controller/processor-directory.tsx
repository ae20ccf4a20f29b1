import { Button, TextInput } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./processor.module.css";

export type Found = { id: string; name: string; cvr: string | null; registeredAs: string | null };

/** Looks up the organisations that are processors here; choosing one fills in the form below. */
export function ProcessorDirectory({ search, found }: { search: string; found: readonly Found[] }) {
  const { t } = useTranslation("processor");
  const choose = (id: string) => `${paths.processorNew()}?${new URLSearchParams({ q: search, organisation: id })}#register`;
  return (
    <Panel title={t("directory.title")} lead={t("directory.lead")}>
      <Form method="get" role="search" aria-label={t("directory.title")} className={classes.look}>
        <TextInput name="q" type="search" label={t("directory.search")} defaultValue={search} maxLength={100} />
        <Button type="submit" variant="default">{t("directory.submit")}</Button>
      </Form>
      {search && found.length === 0 ? <p className={classes.none}>{t("directory.none", { search })}</p> : null}
      {found.length > 0 ? (
        <ul className={classes.found}>
          {found.map(({ id, name, cvr, registeredAs }) => (
            <li key={id}>
              <span className={classes.who}><strong>{name}</strong> <span className="tabular">{cvr ? t("cvr", { cvr }) : t("noCvr")}</span></span>
              {registeredAs
                ? <Link to={paths.processor(registeredAs)}>{t("directory.registered")}<span className="visually-hidden">: {name}</span></Link>
                : <Link to={choose(id)}>{t("directory.choose")}<span className="visually-hidden"> {name}</span></Link>}
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}
