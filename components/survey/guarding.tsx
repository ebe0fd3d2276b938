import { createContext, useContext } from "react";
import type { NameFilter } from "@/lib/guard/bloom";

const NamesContext = createContext<NameFilter | null>(null);

/** The names that the guard knows; `null` until they have come, and where they do not come. */
export const Guarding = NamesContext.Provider;

export function useNames(): NameFilter | null {
  return useContext(NamesContext);
}
