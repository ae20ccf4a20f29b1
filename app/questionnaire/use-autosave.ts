import { useEffect, useRef, useState } from "react";
import { createAutosave, type Autosave, type SaveState } from "./autosave.ts";
import { sendAnswer } from "./send-answer.ts";

const nothing: SaveState = { status: "idle", savedAt: null, conflicts: [], refused: {} };

/** Autosave bound to the page: what waits is sent when the person leaves a field, another page is shown, or the window closes. */
export function useAutosave(url: string, versions: Readonly<Record<string, number>>) {
  const [state, setState] = useState(nothing);
  const autosave = useRef<Autosave | null>(null);
  const start = useRef({ url, versions });

  useEffect(() => {
    const own = createAutosave({ versions: start.current.versions, onState: setState, send: (request, leaving) => sendAnswer(start.current.url, request, leaving) });
    autosave.current = own;
    const leave = () => void own.flush(true);
    const hide = () => (document.visibilityState === "hidden" ? leave() : undefined);
    const warn = (event: BeforeUnloadEvent) => (own.isUnsaved() ? event.preventDefault() : undefined);
    const online = () => own.again();
    window.addEventListener("pagehide", leave);
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
      document.removeEventListener("visibilitychange", hide);
      void own.flush(true);
      own.close();
    };
  }, []);

  return { autosave, state };
}
