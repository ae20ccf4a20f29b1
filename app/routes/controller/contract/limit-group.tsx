import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { GroupView, KindView } from "#app/agreement/grouped-limits.ts";
import { sayAmount, sayLimit } from "#app/text/say-limit.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import type { StrictestLimit } from "#app/domain/limits/strictest-limit.ts";
import { paths } from "#app/paths.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./contract.module.css";

type Props = { may: boolean; agreementId: string };

/** One group of limits: for each kind the strictest, what applies beside it, and what it overtakes; then the kinds that nothing sets. */
export function LimitGroup({ group, ...rest }: Props & { group: GroupView }) {
  const { t } = useTranslation("limit");
  const open = group.kinds.filter(({ found }) => found === null);
  return (
    <Panel title={t(`group.${group.group}`)}>
      <ul className={classes.kinds}>
        {group.kinds.map(({ found, ...kind }) => (found ? <Kind key={kind.id} kind={kind} found={found} {...rest} /> : null))}
      </ul>
      {open.length > 0 ? (
        <div className={classes.open}>
          <h3>{t("notSet")}</h3>
          <ul>{open.map(({ id }) => <li key={id}>{rest.may ? <Link to={`${paths.agreementLimits(rest.agreementId)}?add=${id}`}>{t(`kind.${id}`)}</Link> : t(`kind.${id}`)}</li>)}</ul>
        </div>
      ) : null}
    </Panel>
  );
}

function Kind({ kind, found, may, agreementId }: Props & { kind: Omit<KindView, "found">; found: StrictestLimit }) {
  const { t } = useTranslation("limit");
  const { strictest, beside, weaker } = found;
  const same = beside.filter((limit) => sayAmount(t, limit) === sayAmount(t, strictest));
  const differs = same.length < beside.length || weaker.length > 0;
  const rows = [
    { limit: strictest, place: differs ? "strictest" as const : "only" as const },
    ...beside.map((limit) => ({ limit, place: same.includes(limit) ? "only" as const : "beside" as const })),
    ...weaker.map((limit) => ({ limit, place: "weaker" as const })),
  ];
  return (
    <li className={classes.kind}>
      <div className={classes.head}>
        <h3>{t(`kind.${kind.id}`)}</h3>
        <p className={classes.dim}>{t(`binds.${kind.binds}`)}{differs ? ` ${t(`stricter.${kind.stricter}`)}` : null}</p>
        {may ? <p><Link to={`${paths.agreementLimits(agreementId)}?add=${kind.id}`}>{t("addAnother")}<span className="visually-hidden">: {t(`kind.${kind.id}`)}</span></Link></p> : null}
      </div>
      <ul className={classes.rows}>
        {rows.map(({ limit, place }) => <Row key={limit.id ?? limit.source} limit={limit} place={place} may={may} agreementId={agreementId} />)}
      </ul>
    </li>
  );
}

function Row({ limit, place, may, agreementId }: Props & { limit: Limit; place: "only" | "strictest" | "beside" | "weaker" }) {
  const { t } = useTranslation("limit");
  const said = sayLimit(t, limit);
  return (
    <li className={classes.row} data-place={place}>
      <div className={classes.said}>
        {place === "weaker" ? <s>{said}</s> : <strong>{said}</strong>}
        <span className={classes.source}>{t("source")}: {sourceWords(t, limit.source)}</span>
        {limit.note ? <span className={classes.source}>{limit.note}</span> : null}
      </div>
      <div className={classes.acts}>
        {place === "strictest" ? <Mark tone="ok">{t("place.strictest")}</Mark> : null}
        {place === "beside" || place === "weaker" ? <span className={classes.dim}>{t(`place.${place}`)}</span> : null}
        {limit.id === undefined ? <span className={classes.dim}>{t("law")}</span> : null}
        {may && limit.id ? (
          <>
            <Link to={`${paths.agreementLimits(agreementId)}?change=${limit.id}`}>{t("change")}<span className="visually-hidden">: {said}</span></Link>
            <ConfirmButton label={t("remove")} question={t("removeQuestion", { limit: said })} confirm={t("removeConfirm")} intent="remove" action={paths.agreementLimits(agreementId)} fields={{ limit: limit.id }} danger compact />
          </>
        ) : null}
      </div>
    </li>
  );
}
