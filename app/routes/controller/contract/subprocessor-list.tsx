import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Link as ChainLink } from "#app/agreement/chain.ts";
import { isThirdCountry } from "#app/domain/identity/countries.ts";
import { paths } from "#app/paths.ts";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./chain.module.css";

const TONES: Readonly<Record<ChainLink["status"], Tone>> = { approved: "ok", assumed: "soon", refused: "late" };
/** Deeper links are not moved in any further, so that there is room for what they say. */
const DEEPEST = 6;

/** The chain from the top down; how deep a link lies is seen by its place and said by the one it lies under. */
export function SubprocessorList({ links, may, agreementId }: { links: readonly ChainLink[]; may: boolean; agreementId: string }) {
  const names = new Map(links.map(({ id, name }) => [id, name]));
  return (
    <ul className={classes.chain}>
      {links.map((link) => <Item key={link.id} link={link} under={link.parentId === null ? null : (names.get(link.parentId) ?? null)} may={may} agreementId={agreementId} />)}
    </ul>
  );
}

function Item({ link, under, may, agreementId }: { link: ChainLink; under: string | null; may: boolean; agreementId: string }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const page = paths.agreementSubprocessors(agreementId);
  const third = isThirdCountry(link.country);
  return (
    <li className={classes.link} data-depth={Math.min(link.depth, DEEPEST)} id={`link-${link.id}`}>
      <div className={classes.who}>
        <p className={classes.name}><strong>{link.name}</strong>{link.cvr ? <span className={classes.dim}> {t("chain.cvr", { cvr: link.cvr })}</span> : null}</p>
        {under ? <p className={classes.dim}>{t("chain.under", { name: under })}</p> : null}
        <p className={classes.said}>{link.processing || <span className={classes.dim}>{t("chain.noProcessing")}</span>}</p>
        {link.address || link.contactName || link.contactEmail ? (
          <p className={classes.dim}>{[link.address, link.contactName].filter(Boolean).join(" · ")}{link.contactEmail ? <> {link.address || link.contactName ? "· " : ""}<a href={`mailto:${link.contactEmail}`}>{link.contactEmail}</a></> : null}</p>
        ) : null}
      </div>
      <div className={classes.where}>
        <Mark tone={TONES[link.status]}>{t(`subprocessorStatus.${link.status}`)}{link.approvedOn ? ` ${format.date(link.approvedOn)}` : ""}</Mark>
        <span>{link.country ? t(`country:name.${link.country}`) : <span className={classes.dim}>{t("chain.noCountry")}</span>}</span>
        {third || link.transferGround ? <Mark tone={third && link.transferGround === "" ? "late" : "rest"} icon={third && link.transferGround === "" ? "alert" : "external"}>{link.transferGround ? t(`transferGround.${link.transferGround}`) : t("chain.groundMissing")}</Mark> : null}
      </div>
      {may ? (
        <div className={classes.acts}>
          <Link to={`${page}?change=${link.id}`}>{t("chain.change")}<span className="visually-hidden">: {link.name}</span></Link>
          <Link to={`${page}?add=${link.id}`}>{t("chain.addUnder")}<span className="visually-hidden">: {link.name}</span></Link>
          <ConfirmButton
            label={t("chain.remove")} question={t(link.below > 0 ? "chain.removeBranch" : "chain.removeOne", { name: link.name, count: link.below })} confirm={t("chain.removeConfirm")}
            intent="remove" action={page} fields={{ id: link.id }} danger compact
          />
        </div>
      ) : null}
    </li>
  );
}
