import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Demand } from "#app/domain/concept/contract-demands.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { sayInterval } from "../agreement-said.ts";
import classes from "./contract.module.css";

/** What the contract demands more than the concept, each with both sources; nothing where there is none. */
export function ContractDemands({ demands, points }: { demands: readonly Demand[]; points: number }) {
  const { t } = useTranslation("agreement");
  const lacking = demands.find(({ reason }) => reason === "not-covered");
  if (demands.length === 0) return null;
  return (
    <div className={classes.demands}>
      <Notice tone="soon" title={t("demands.title")}>
        <p>{t("demands.lead", { count: points })}</p>
        <ul>{demands.map((demand) => <li key={demand.reason === "agreed-concept" ? demand.reason : demand.kind}>{sayDemand(t, demand)}</li>)}</ul>
        {lacking ? <p>{t(lacking.held === 1 ? "demands.conceptOne" : "demands.concept", heldWords(t, lacking))}</p> : null}
        <p>{t("demands.then")}</p>
      </Notice>
    </div>
  );
}

function heldWords(t: TFunction, { held, conceptSource }: Demand) {
  return { concept: held, name: t(`words:concept.short.${held}`), conceptSource: sourceWords(t, conceptSource) };
}

function sayDemand(t: TFunction, demand: Demand): string {
  if (demand.reason === "agreed-concept") return t("agreement:demands.agreed-concept", { ...heldWords(t, demand), agreed: demand.agreed, agreedName: t(`words:concept.short.${demand.agreed}`) });
  const source = demand.source ? sourceWords(t, demand.source) : t("agreement:demands.contract");
  const said = { ...heldWords(t, demand), what: t(`agreement:procedure.${demand.kind}`), interval: sayInterval(t, demand.everyMonths), source };
  return demand.reason === "more-often" ? t("agreement:demands.more-often", { ...said, heldInterval: sayInterval(t, demand.heldEvery) }) : t("agreement:demands.not-covered", said);
}
