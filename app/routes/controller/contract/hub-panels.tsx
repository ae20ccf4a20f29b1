import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { orderChain } from "#app/agreement/chain.ts";
import type { LoadedAgreement } from "#app/agreement/load-agreement.server.ts";
import { isThirdCountry } from "#app/domain/identity/countries.ts";
import { strictestLimit } from "#app/domain/limits/strictest-limit.ts";
import { paths } from "#app/paths.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { sayLimit } from "#app/text/say-limit.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import hub from "../agreement-hub.module.css";
import { sayLocation, sayProcedure } from "../agreement-said.ts";
import classes from "./contract.module.css";

/** The kinds of limit the agreement's own page shows; the rest stand on theirs. */
const SHOWN = ["breach-notice", "incident-notice", "subprocessor-notice", "critical-patching", "patching", "access-review", "log-retention", "statement-sending", "physical-visit"];
/** As many links of the chain as the agreement's own page shows. */
const MOST_LINKS = 6;

type Props = { agreement: LoadedAgreement };

/** What the contract says beyond whom and what: its clauses, approval, security, locations and the supervision it agrees on (001 bilag A–C). */
export function ContractFacts({ agreement: { fields } }: Props) {
  const { t } = useTranslation("agreement");
  const list = (lines: string[]) => (lines.length > 0 ? <ul className={hub.list}>{lines.map((line) => <li key={line}>{line}</li>)}</ul> : null);
  const facts = [
    { term: t("form.nature"), value: fields.nature }, { term: t("form.duration"), value: fields.duration },
    { term: t("form.clauseSet"), value: fields.clauseSet && t(`clauseSet.${fields.clauseSet}`) },
    { term: t("contract.approval"), value: fields.approvalKind && t(`approvalKind.${fields.approvalKind}`) },
    { term: t("form.securityLevel"), value: fields.securityLevel && t(`securityLevel.${fields.securityLevel}`) },
    { term: t("form.locations"), value: list(fields.locations.map((row) => sayLocation(t, row))) },
    { term: t("contract.agreedConcept"), value: fields.agreedConcept && t("form.conceptOption", { concept: fields.agreedConcept, name: t(`words:concept.short.${fields.agreedConcept}`) }) },
    { term: t("form.procedures"), value: list(fields.procedures.map((row) => sayProcedure(t, row))) },
    { term: t("form.dataSubjectFacing"), value: fields.dataSubjectFacing ? t("yes") : "" },
  ].filter(({ value }) => Boolean(value));
  if (facts.length === 0) return null;
  return <Panel title={t("contract.says")}><Facts facts={facts} /></Panel>;
}

/** The strictest of the most used limits with its source; all of them a click away. */
export function LimitsSummary({ agreement: { id, limits, may } }: Props) {
  const { t } = useTranslation("limit");
  const found = SHOWN.flatMap((kind) => { const one = strictestLimit(limits, kind)?.strictest; return one?.id ? [one] : []; });
  return (
    <Panel title={t("title")} actions={<Button component={Link} to={paths.agreementLimits(id)} variant="default" size="xs">{t(limits.length > 0 ? "seeAll" : may ? "setThem" : "seeAll", { count: limits.length })}</Button>}>
      {found.length === 0 ? <p className={hub.plain}>{t(limits.length > 0 ? "noneOfMost" : "noneYet")}</p> : (
        <Facts facts={found.map((limit) => ({ term: t(`kind.${limit.kind}`), value: <>{sayLimit(t, limit)} <span className={hub.dim}>({sourceWords(t, limit.source)})</span></> }))} />
      )}
    </Panel>
  );
}

/** Who is in the chain and where; the whole of it a click away. */
export function ChainSummary({ agreement: { id, subprocessors, may } }: Props) {
  const { t } = useTranslation("agreement");
  const links = orderChain(subprocessors);
  return (
    <Panel title={t("chain.title")} actions={<Button component={Link} to={paths.agreementSubprocessors(id)} variant="default" size="xs">{t(links.length === 0 && may ? "chain.add" : "chain.see")}</Button>}>
      {links.length === 0 ? <p className={hub.plain}>{t("about.noSubprocessors")}</p> : (
        <ul className={classes.links}>
          {links.slice(0, MOST_LINKS).map(({ id: key, name, country, status, depth, processing, transferGround }) => (
            <li key={key}>
              <span>{"– ".repeat(depth)}<strong>{name}</strong>{country ? `, ${t(`country:name.${country}`)}` : ""}{processing ? <span className={hub.dim}> · {processing}</span> : null}</span>
              {status === "approved" ? null : <Mark tone={status === "refused" ? "late" : "soon"}>{t(`subprocessorStatus.${status}`)}</Mark>}
              {isThirdCountry(country) && transferGround === "" ? <Mark tone="late">{t("chain.groundMissing")}</Mark> : null}
            </li>
          ))}
        </ul>
      )}
      {links.length > MOST_LINKS ? <p className={hub.plain}>{t("chain.more", { count: links.length - MOST_LINKS })}</p> : null}
    </Panel>
  );
}

/** The newest version of the contract, and the way to all of them. */
export function VersionSummary({ agreement: { id, version } }: Props) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  return (
    <Panel title={t("contract.title")}>
      {version ? (
        <p className={hub.choice}>
          <strong>{t("contract.number", { number: version.number })}</strong>{version.label ? ` ${t("contract.label", { label: version.label })}` : ""}
          <br /><span className={hub.dim}>{version.signedOn ? t("contract.signedOn", { date: format.date(version.signedOn) }) : t("contract.notSigned")}</span>
        </p>
      ) : <p className={hub.plain}>{t("contract.none")}</p>}
      <p className={hub.toPlan}><Link to={paths.agreementVersions(id)}>{t("contract.see")}</Link></p>
    </Panel>
  );
}
