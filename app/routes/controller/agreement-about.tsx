import { useTranslation } from "react-i18next";
import type { AgreementFields, Contact, SpecialRequirement } from "#app/agreement/agreement-fields.ts";
import { PERSON_CATEGORIES } from "#app/agreement/person-categories.ts";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-hub.module.css";

const GROUPS = ["ordinary", "special", "confidential", "intrusive"] as const;

/** What the agreement is about: purpose, data, persons, the chain, and its days. */
export function AboutAgreement({ fields }: { fields: AgreementFields }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const ticked = GROUPS.map((group) => ({ group, list: CATEGORIES.filter((one) => one.group === group && fields.dataCategories.includes(one.id)).map(({ id }) => t(`category.${id}`)) }));
  const persons = fields.personCategories.map((one) => (PERSON_CATEGORIES.some((id) => id === one) ? t(`person.${one}`) : one));
  const days = (["signedOn", "startsOn", "endsOn"] as const).flatMap((name) => { const day = fields[name]; return day ? [{ term: t(`form.${name}`), value: format.date(day) }] : []; });
  return (
    <Panel title={t("about.title")}>
      <Facts facts={[
        { term: t("form.purpose"), value: <span className={classes.said}>{fields.purpose || "–"}</span> },
        ...ticked.filter(({ list }) => list.length > 0).map(({ group, list }) => ({ term: t(`about.${group}`), value: list.join(", ") })),
        { term: t("form.persons"), value: persons.join(", ") || "–" },
        { term: t("form.personCount"), value: `${format.number(fields.personCount)} (${t(`score.basis.${fields.countingBasis}`)})` },
        { term: t("form.transfers"), value: t(fields.transfersOutsideEu ? "yes" : "no") },
        ...days,
      ]} />
    </Panel>
  );
}

/** The special requirements; each becomes a question of its own in every supervision. */
export function Requirements({ requirements }: { requirements: readonly SpecialRequirement[] }) {
  const { t, i18n } = useTranslation("agreement");
  return (
    <Panel title={t("form.requirements")} lead={requirements.length > 0 ? t("about.requirementsLead") : undefined}>
      {requirements.length === 0 ? <p className={classes.plain}>{t("about.noRequirements")}</p> : (
        <ol className={classes.requirements}>
          {requirements.map(({ id, textDa, textEn, evidenceAsked, critical, category, source, evidenceText, objectives }) => (
            <li key={id}>
              <span className={classes.said}>{i18n.language === "en" && textEn ? textEn : textDa}</span>
              <span className={classes.note}>
                {[t(`requirementCategory.${category}`), source, objectives.length > 0 ? t("about.objectives", { list: objectives.join(", ") }) : "", evidenceText ? t("about.evidence", { text: evidenceText }) : ""].filter(Boolean).join(" · ")}
              </span>
              {critical || evidenceAsked ? (
                <span className={classes.marks}>
                  {critical ? <Mark tone="soon" icon="alert">{t("form.critical")}</Mark> : null}
                  {evidenceAsked ? <Mark tone="wait" icon="file">{t("form.evidenceAsked")}</Mark> : null}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** Who talks to whom. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation("agreement");
  return (
    <Panel title={t("form.contacts")}>
      {contacts.length === 0 ? <p className={classes.plain}>{t("about.noContacts")}</p> : (
        <ul className={classes.contacts}>
          {contacts.map(({ side, name, role, email, phone }) => (
            <li key={`${side} ${name} ${email}`}>
              <strong>{name}</strong>
              <span className={classes.dim}>{[t(`words:side.${side}`), role].filter(Boolean).join(" · ")}</span>
              {email ? <a href={`mailto:${email}`}>{email}</a> : null}
              {phone ? <a href={`tel:${phone.replace(/\s/g, "")}`}>{phone}</a> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
