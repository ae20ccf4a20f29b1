import { createContext, useContext } from "react";

/** The response's Content-Security-Policy nonce; given by the entries, never through a loader. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
