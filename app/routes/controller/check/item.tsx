import { Radio, TextInput, Textarea } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { VERDICTS } from "#app/domain/agreement-check/verdicts.ts";
import { paths } from "#app/paths.ts";
import type { CheckItemView } from "#app/supervision/agreement-check/load-check.server.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Mark } from "#app/ui/mark.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./check.module.css";
import { ItemSuggestion } from "./suggestion.tsx";
import { useItemKeys } from "./use-item-keys.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export type ItemRefusal = { item: string; reason: string; message: string; typed: Record<string, string> };
type Props = { item: CheckItemView; may: boolean; refusal: ItemRefusal | null };

/** One requirement: what it asks, what is decided, what the agreement's data suggests, and the form that decides. */
export function CheckItem({ item, may, refusal }: Props) {
  const { t } = useTranslation("check");
  const format = useFormat();
  const { id, anchor, text, evidence, source, critical, limits, decided, suggestion, stricter, findingId } = item;
  return (
    <li id={anchor} className={classes.item} data-decided={decided ? true : undefined}>
      <div className={classes.asked}>
        <p className={classes.text}><span className={classes.id}>{id}</span> {text}</p>
        <p className={classes.meta}>
          {critical ? <Mark tone="soon" icon="alert">{t("catalogue:item.critical")}</Mark> : null}
          {limits.map((limit) => <Mark key={limit} tone="wait" icon="clock">{t(`catalogue:limit.${limit}`)}</Mark>)}
          <span>{sourceWords(t, source)}</span>
        </p>
        {evidence ? <p className={classes.look}><strong>{t("item.look")}:</strong> {evidence}</p> : null}
        {stricter ? <p className={classes.look}>{t("item.stricter", { id, stricter })}</p> : null}
      </div>
      <div className={classes.answer}>
        {decided ? (
          <div className={classes.decided}>
            <VerdictMark verdict={decided.verdict} />
            {decided.reason ? <p className={classes.said}>{decided.reason}</p> : null}
            <p className={classes.quiet}>
              {decided.clause ? `${t("item.clauseAt", { clause: decided.clause })} · ` : ""}{t("item.saved", { date: format.dateTime(decided.decidedAt), name: decided.decidedByName })}
              {findingId ? <> · <Link to={paths.finding(findingId)}>{t("item.finding")}</Link></> : null}
            </p>
          </div>
        ) : null}
        {may && suggestion && !decided ? <ItemSuggestion item={item} suggestion={suggestion} /> : null}
        {!may ? null : decided ? (
          <details className={classes.change} open={refusal !== null || undefined}>
            <summary>{t("item.change")}<span className="visually-hidden"> {id}</span></summary>
            <ItemForm item={item} refusal={refusal} />
          </details>
        ) : <ItemForm item={item} refusal={refusal} />}
      </div>
    </li>
  );
}

function ItemForm({ item: { id, ref, anchor, decided }, refusal }: { item: CheckItemView; refusal: ItemRefusal | null }) {
  const { t } = useTranslation("check");
  const form = useRef<HTMLFormElement>(null);
  useItemKeys(form);
  const typed = (name: "verdict" | "reason" | "clause") => refusal?.typed[name] ?? decided?.[name] ?? "";
  const errors = refusal ? { [refusal.reason === "needs-reason" || refusal.reason === "long" ? "reason" : ""]: refusal.message } : null;
  return (
    <Form method="post" ref={form} className={classes.form} noValidate key={`${decided?.version ?? 0} ${refusal?.reason ?? ""}`}>
      <input type="hidden" name="item" value={ref} />
      <input type="hidden" name="version" value={decided?.version ?? 0} />
      {errors?.[""] ? <p role="alert" className={classes.error}>{errors[""]}</p> : null}
      <fieldset className={classes.verdicts}>
        <legend className="visually-hidden">{t("item.verdict", { id })}</legend>
        {VERDICTS.map((verdict) => <Radio key={verdict} name="verdict" value={verdict} label={t(`words:verdict.${verdict}`)} defaultChecked={typed("verdict") === verdict} />)}
      </fieldset>
      <div className={classes.fields}>
        <Textarea name="reason" id={`reason-${anchor}`} label={<>{t("item.reason")}<span className="visually-hidden"> {id}</span></>} error={errors?.reason} rows={2} maxLength={2_000} defaultValue={typed("reason")} />
        <TextInput name="clause" id={`clause-${anchor}`} label={<>{t("item.clause")}<span className="visually-hidden"> {id}</span></>} maxLength={200} defaultValue={typed("clause")} />
      </div>
      <div><SubmitButton size="xs" intent={`decide ${ref}`} aria-label={`${t("item.save")} ${id}`}>{t("item.save")}</SubmitButton></div>
    </Form>
  );
}
