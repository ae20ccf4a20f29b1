import { useTranslation } from "react-i18next";
import classes from "./brand.module.css";

/** The portal's mark and name. The mark: six steps of supervision, the last of them filled. */
export function Brand({ size = "sm" }: { size?: "sm" | "lg" }) {
  const { t } = useTranslation("frame");
  return (
    <span className={classes.brand} data-size={size}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className={classes.mark}>
        {[0, 1, 2, 3].map((step) => (
          <rect key={step} x={2 + step * 5.4} y={17 - step * 4.6} width="3.8" height={5 + step * 4.6} rx="0.8" opacity={0.4 + step * 0.2} />
        ))}
      </svg>
      <span>{t("product")}</span>
    </span>
  );
}
