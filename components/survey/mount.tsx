import { createRoot } from "react-dom/client";
import { addressWithoutToken, tokenFrom } from "@/lib/answering/link";
import { Session } from "@/lib/answering/session";
import type { Stage } from "@/lib/answering/stage";
import type { Surroundings } from "@/lib/answering/surroundings";
import { App } from "./app";
import { type Columns, cataloguesOf } from "./catalogue";

/** What is built into the page: whose signatures it believes, and where it sends ("" is its own origin). */
export type Settings = {
  readonly custodianKeys: readonly [string, string];
  readonly collector: string;
  readonly issuer: string;
  /** Address of the file with the guard's names. */
  readonly names: string;
};

/** Where an unfinished sending waits in this browser. */
const KEY = "sorti";
const PATIENCE = 30_000;

function surroundings({ custodianKeys, collector, issuer }: Settings): Surroundings {
  return {
    custodianKeys,
    line: {
      collector,
      issuer,
      fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }),
    },
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    now: () => Date.now(),
    store: {
      read: () => localStorage.getItem(KEY),
      write: (text) => localStorage.setItem(KEY, text),
      clear: () => localStorage.removeItem(KEY),
    },
  };
}

async function namesFrom(address: string): Promise<Uint8Array> {
  const response = await fetch(address, {
    credentials: "omit",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error("names");
  return new Uint8Array(await response.arrayBuffer());
}

/** Starts the survey. The link's token leaves the address bar before anything else happens. */
export function mount(columns: Columns, settings: Settings): void {
  const token = tokenFrom(location);
  history.replaceState(null, "", addressWithoutToken(location));
  addEventListener("hashchange", () => location.reload());
  const openSession = (show: (stage: Stage) => void) =>
    new Session(surroundings(settings), token, show);
  const root = document.getElementById("survey");
  if (!root) return;
  // What stands in the page already is taken over, and only what differs is drawn anew.
  const catalogues = cataloguesOf(columns);
  const loadNames = () => namesFrom(settings.names);
  const singleParty = settings.collector === settings.issuer;
  createRoot(root).render(
    <App
      openSession={openSession}
      catalogues={catalogues}
      loadNames={loadNames}
      singleParty={singleParty}
    />,
  );
}
