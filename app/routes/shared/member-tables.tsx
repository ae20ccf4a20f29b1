import { Group, Text } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { useRoleNames } from "./role-list.tsx";

type MemberRow = { id: string; name: string; email: string; title: string; roles: string[]; you: boolean };
type WaitingRow = { id: string; email: string; name: string; roles: string[]; invitedByName: string; expiresAt: string; expired: boolean };

/** Who can sign in, with their roles; administrators get a way to change them. */
export function MemberTable({ rows, may }: { rows: MemberRow[]; may: boolean }) {
  const { t } = useTranslation("organisation");
  const roleNames = useRoleNames();
  const columns: Column<MemberRow>[] = [
    { key: "name", header: t("members.name"), cell: ({ name, title, you }) => <>{name}{you ? ` (${t("members.you")})` : ""}{title ? <Text component="span" display="block" size="sm" c="dimmed" fw={400}>{title}</Text> : null}</> },
    { key: "email", header: t("members.email"), cell: ({ email }) => email },
    { key: "roles", header: t("members.roles"), cell: ({ roles }) => roleNames(roles) },
  ];
  const change: Column<MemberRow> = {
    key: "actions", header: t("members.actions"), quiet: true, align: "end",
    cell: ({ id, name }) => <Link to={paths.member(id)} aria-label={t("members.changeFor", { name })}>{t("members.change")}</Link>,
  };
  return <DataTable caption={t("members.active")} columns={may ? [...columns, change] : columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Invitations nobody has answered, with a way to send them again or take them back. */
export function WaitingTable({ rows }: { rows: WaitingRow[] }) {
  const { t } = useTranslation("organisation");
  const format = useFormat();
  const roleNames = useRoleNames();
  const columns: Column<WaitingRow>[] = [
    { key: "email", header: t("members.email"), cell: ({ email, name }) => <>{email}<Text component="span" display="block" size="sm" c="dimmed" fw={400}>{name}</Text></> },
    { key: "roles", header: t("members.roles"), cell: ({ roles }) => roleNames(roles) },
    { key: "by", header: t("members.invitedBy"), cell: ({ invitedByName }) => invitedByName },
    { key: "expires", header: t("members.expires"), cell: ({ expiresAt, expired }) => (expired ? <Mark tone="late">{t("members.expired", { date: format.date(expiresAt) })}</Mark> : format.date(expiresAt)) },
    {
      key: "actions", header: t("members.actions"), quiet: true, align: "end",
      cell: ({ id, email }) => (
        <Form method="post">
          <input type="hidden" name="invitation" value={id} />
          <Group gap={8} justify="flex-end" wrap="nowrap">
            <SubmitButton intent="resend" variant="default" size="xs">{t("members.resend")}<span className="visually-hidden"> ({email})</span></SubmitButton>
            <SubmitButton intent="revoke" variant="subtle" color="red" size="xs">{t("members.revoke")}<span className="visually-hidden"> ({email})</span></SubmitButton>
          </Group>
        </Form>
      ),
    },
  ];
  return <DataTable caption={t("members.waiting")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Those whose access was taken away. */
export function FormerMembers({ rows }: { rows: { id: string; name: string; email: string }[] }) {
  return <ul>{rows.map(({ id, name, email }) => <li key={id}>{name}, {email}</li>)}</ul>;
}
