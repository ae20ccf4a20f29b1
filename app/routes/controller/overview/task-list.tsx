import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "#app/text/format.ts";
import type { TaskGroup } from "#app/supervision/overview.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import type { Tone } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { listOf, placeOf } from "./links.ts";
import classes from "./task-list.module.css";

const looks: Readonly<Record<TaskGroup["kind"], readonly [IconName, Tone]>> = {
  remind: ["alert", "late"],
  "read-reply": ["comment", "soon"],
  assess: ["inbox", "soon"],
  "step-up": ["up", "soon"],
  approve: ["signature", "soon"],
  reassess: ["sort", "soon"],
  begin: ["calendar", "late"],
  "measure-late": ["alert", "late"],
  verify: ["check", "soon"],
  send: ["pencil", "wait"],
  "risk-expires": ["shield", "soon"],
  "go-on": ["search", "wait"],
};

/** Kinds whose day is a date that has passed. */
const OVER: readonly TaskGroup["kind"][] = ["remind", "begin", "measure-late"];

/** What wants to be done, most pressing first: what, with whom, since when, and one way on. */
export function TaskList({ groups, today }: { groups: readonly TaskGroup[]; today: string }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const when = (kind: TaskGroup["kind"], day: string) => {
    const days = daysBetween(today, day);
    if (days >= 0) return t(`task.${kind}.by`, { when: format.due(days) });
    return t(`task.${kind}.since`, OVER.includes(kind) ? { over: format.due(days) } : { ago: format.ago(-days) });
  };
  return (
    <Panel title={t("task.title")} lead={groups.length > 0 ? t("task.lead") : null} flush={groups.length > 0}>
      {groups.length === 0 ? <EmptyState icon="check" title={t("task.none")}>{t("task.noneText")}</EmptyState> : null}
      {groups.map(({ kind, tasks, more }) => {
        const [icon, tone] = looks[kind];
        const list = more ? listOf(kind) : null;
        const [title, action] = [t(`task.${kind}.title`), t(`task.${kind}.action`)];
        return (
          <section key={kind} className={classes.group} data-tone={tone}>
            <h3 className={classes.kind}><Icon name={icon} />{title}</h3>
            <ul className={classes.tasks}>
              {tasks.map((task) => (
                <li key={task.id} className={classes.task}>
                  <span className={classes.what}>
                    <span className={classes.name}>{task.title}</span>
                    <span className={classes.who}>{task.rule === "" ? task.processorName : `${task.processorName} · ${t(`finding:rule.${task.rule}.title`, { defaultValue: task.rule })}`}</span>
                  </span>
                  <time className={classes.when} dateTime={task.day} title={format.date(task.day)}>{when(kind, task.day)}</time>
                  <Link to={placeOf(task)} className={classes.act} aria-label={t("task.label", { action, title: task.title, who: task.processorName })}>
                    {action}<Icon name="arrowRight" size={14} />
                  </Link>
                </li>
              ))}
            </ul>
            {list ? <p className={classes.more}><Link to={list}>{t("task.all", { kind: title })}</Link></p> : null}
          </section>
        );
      })}
    </Panel>
  );
}
