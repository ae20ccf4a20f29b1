import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./copy-button.module.css";
import { Icon } from "./icon.tsx";

/** Copies a text; only there once the browser can do it, since without JavaScript it would do nothing. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { t } = useTranslation("frame");
  const [able, setAble] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAble("clipboard" in navigator), []);
  if (!able) return null;
  return (
    <button
      type="button"
      className={classes.copy}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      onBlur={() => setCopied(false)}
    >
      <Icon name={copied ? "check" : "copy"} size={14} />
      <span className="visually-hidden">{t("copy")}: {what}</span>
      <span role="status" className="visually-hidden">{copied ? t("copied") : ""}</span>
    </button>
  );
}
