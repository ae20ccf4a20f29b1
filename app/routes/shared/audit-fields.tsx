import { useTranslation } from "react-i18next";
import { auditActions } from "#app/audit/actions.ts";
import { actorValue } from "#app/audit/audit-filter.ts";
import type { AuditFilter } from "#app/audit/audit-filter.ts";
import { sayAction } from "#app/audit/say.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";

type Props = { filter: AuditFilter; members: { personId: string; name: string }[]; supervisions: { id: string; title: string; other: string }[] };

/** The fields the trail is narrowed by; their state is the URL's. */
export function AuditFields({ filter, members, supervisions }: Props) {
  const { t } = useTranslation("audit");
  const all = { value: "", label: t("frame:filter.all") };
  const actions = Object.entries(auditActions).map(([subject, verbs]) => ({
    group: t(`subjects.${subject}`),
    items: [
      ...(verbs.length > 1 ? [{ value: subject, label: t("allOf", { subject: t(`subjects.${subject}`) }) }] : []),
      ...verbs.map((verb) => ({ value: `${subject}.${verb}`, label: sayAction(t, `${subject}.${verb}`) })),
    ],
  }));
  const people = [all, ...members.map(({ personId, name }) => ({ value: personId, label: name })), { value: "other-party", label: t("otherParty") }, { value: "portal", label: t("portal") }];
  const chosen = { from: filter.from ?? "", to: filter.to ?? "", person: actorValue(filter.actor), supervision: filter.supervisionId ?? "" };
  return (
    <>
      <TextField type="date" name="from" label={t("filter.from")} defaultValue={chosen.from} key={`from ${chosen.from}`} />
      <TextField type="date" name="to" label={t("filter.to")} defaultValue={chosen.to} key={`to ${chosen.to}`} />
      <SelectField name="person" label={t("filter.person")} defaultValue={chosen.person} key={`person ${chosen.person}`} data={people} />
      <SelectField name="action" label={t("filter.action")} defaultValue={filter.action} key={`action ${filter.action}`} data={[all, ...actions]} />
      {supervisions.length > 0 ? (
        <SelectField
          name="supervision"
          label={t("filter.supervision")}
          defaultValue={chosen.supervision}
          key={`supervision ${chosen.supervision}`}
          data={[all, ...supervisions.map(({ id, title, other }) => ({ value: id, label: `${title}, ${other}` }))]}
        />
      ) : null}
    </>
  );
}
