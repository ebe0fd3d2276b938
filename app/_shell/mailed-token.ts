"use client";

import { useEffect, useRef } from "react";
import { addressWithoutToken, tokenFrom } from "@/lib/answering/link";

/** Reads the mailed link's token and removes it from the address bar; it is kept nowhere but here. */
export function useMailedToken(found: (token: string | null) => void) {
  const token = useRef<string | null>(null);
  useEffect(() => {
    const read = () => {
      const here = tokenFrom(location);
      if (here !== null) {
        token.current = here;
        history.replaceState(history.state, "", addressWithoutToken(location));
      }
      found(token.current);
    };
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [found]);
  return token;
}
