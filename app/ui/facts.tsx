import type { ReactNode } from "react";
import classes from "./facts.module.css";

export type Fact = { term: ReactNode; value: ReactNode };

/** Terms and what they are, as a description list; two columns where there is room. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ term, value }, place) => (
        <div key={place} className={classes.fact}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
