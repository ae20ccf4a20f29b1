import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import classes from "./dropdown.module.css";
import { Icon } from "./icon.tsx";

type Props = { label: ReactNode; children: ReactNode; align?: "start" | "end"; upwards?: boolean; bare?: boolean; className?: string };

/** A `<details>` that floats. Works without JavaScript; with it, Escape, a click outside and going to another page close it. */
export function Dropdown({ label, children, align = "start", upwards = false, bare = false, className }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [pathname, search]);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      if (event instanceof KeyboardEvent ? !escaped : details.contains(event.target as Node)) return;
      details.open = false;
      if (escaped) details.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("click", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("click", close);
    };
  }, []);
  return (
    <details ref={box} className={`${classes.dropdown} ${className ?? ""}`}>
      <summary className={classes.summary}>
        {label}
        {bare ? null : <Icon name="down" size={14} className={classes.arrow} />}
      </summary>
      <div className={classes.panel} data-align={align} data-upwards={upwards || undefined}>{children}</div>
    </details>
  );
}
