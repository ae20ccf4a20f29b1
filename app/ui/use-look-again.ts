import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** While something is under way the page fetches itself anew every so many milliseconds, and stops once it is done. */
export function useLookAgain(underWay: boolean, everyMs: number): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate, everyMs]);
}
