import { paths } from "#app/paths.ts";
import type { IconName } from "./icon.tsx";

export type Side = "controller" | "processor";
export type NavKey =
  | "overview" | "plan" | "processors" | "catalogues" | "agreements" | "supervisions" | "findings" | "questionnaires" | "breaches" | "outbox" | "audit" | "settings"
  | "inbox" | "documents" | "members";
export type NavItem = { key: NavKey; to: string; icon: IconName; group: "work" | "house" };

const work = (key: NavKey & IconName, to: string): NavItem => ({ key, to, icon: key, group: "work" });
const house = (key: NavKey & IconName, to: string): NavItem => ({ key, to, icon: key, group: "house" });

/** The places of each side: what is worked on first, then what the house itself needs. */
export const navigation: Readonly<Record<Side, readonly NavItem[]>> = {
  controller: [
    work("overview", paths.overview()),
    work("plan", paths.plan()),
    work("supervisions", paths.supervisions()),
    work("findings", paths.findings()),
    work("breaches", paths.breaches()),
    work("agreements", paths.agreements()),
    work("processors", paths.processors()),
    work("questionnaires", paths.questionnaires()),
    work("catalogues", paths.catalogues()),
    house("outbox", paths.outbox()),
    house("audit", paths.audit()),
    house("members", paths.members()),
    house("settings", paths.settings()),
  ],
  processor: [
    work("inbox", paths.inbox()),
    work("breaches", paths.ownBreaches()),
    work("documents", paths.documents()),
    house("outbox", paths.outbox()),
    house("audit", paths.audit()),
    house("members", paths.members()),
    house("settings", paths.settings()),
  ],
};
