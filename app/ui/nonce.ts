import { createContext, useCallback, useContext, useEffect, useRef } from "react";

/** The response's Content-Security-Policy nonce; given by the entries, never through a loader. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

/**
 * The nonce for style tags made by the component library. A browser hides the nonce of what the server sent, so while
 * the page is taken over there is none to compare; styles added later get the real one.
 */
export function useStyleNonce(): () => string {
  const nonce = useNonce();
  const takenOver = useRef(typeof document === "undefined");
  useEffect(() => {
    takenOver.current = true;
  }, []);
  return useCallback(() => (takenOver.current ? (nonce ?? "") : ""), [nonce]);
}
