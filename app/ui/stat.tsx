import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Tone } from "./mark.tsx";
import classes from "./stat.module.css";

type Props = { label: string; value: ReactNode; hint?: ReactNode; tone?: Tone; to?: string };

/** One number that answers a question at a glance; as a link it leads to the list behind it. */
export function Stat({ label, value, hint, tone = "rest", to }: Props) {
  const content = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      {hint ? <span className={classes.hint}>{hint}</span> : null}
    </>
  );
  return to
    ? <Link to={to} className={classes.stat} data-tone={tone} data-none={value === 0 || undefined}>{content}</Link>
    : <div className={classes.stat} data-tone={tone} data-none={value === 0 || undefined}>{content}</div>;
}

/** A row of such numbers. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className={classes.stats}>{children}</div>;
}
