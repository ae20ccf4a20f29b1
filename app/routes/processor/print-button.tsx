import { Button } from "@mantine/core";
import { useEffect, useState } from "react";

/** Prints the page; only there once the browser can. */
export function PrintButton({ label }: { label: string }) {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(true), []);
  return able ? <Button type="button" variant="default" onClick={() => window.print()}>{label}</Button> : null;
}
