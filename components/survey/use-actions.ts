import { useEffect, useMemo, useState } from "react";
import { hasUnsent } from "@/lib/answering/moves";
import type { Session } from "@/lib/answering/session";
import type { Actions } from "./actions";

/** What a history entry remembers: a place, and whether the page about what is stored was open. No answer. */
type Entry = { readonly place?: number; readonly known?: boolean } | null;

function placeOf(session: Session): number {
  return session.stage.at === "answering" ? session.stage.place : 0;
}

/** The phone's own back button goes one step back, and leaving with answers asks first. */
function useBrowser(session: Session, showKnown: (known: boolean) => void): void {
  useEffect(() => {
    const onBack = (event: PopStateEvent) => {
      const entry = event.state as Entry;
      showKnown(entry?.known ?? false);
      session.go(entry?.place ?? 0);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (hasUnsent(session.stage)) event.preventDefault();
    };
    const onOnline = () => void session.retry();
    addEventListener("popstate", onBack);
    addEventListener("beforeunload", onLeave);
    addEventListener("online", onOnline);
    return () => {
      removeEventListener("popstate", onBack);
      removeEventListener("beforeunload", onLeave);
      removeEventListener("online", onOnline);
    };
  }, [session, showKnown]);
}

/** The session's actions for the page, each step of the way kept in the browser's history. */
export function useActions(session: Session) {
  const [known, setKnown] = useState(false);
  useBrowser(session, setKnown);
  const actions = useMemo<Actions>(
    () => ({
      begin: () => void session.begin(),
      enter: (typed) => session.enter(typed),
      look: () => {
        session.look();
        history.pushState({ place: placeOf(session) }, "");
      },
      answer: (item, given, declined) => session.answer(item, given, declined),
      correct: (person) => session.correct(person),
      go: (place) => {
        const before = placeOf(session);
        session.go(place);
        const after = placeOf(session);
        if (after !== before) history.pushState({ place: after }, "");
      },
      send: () => void session.send(),
      retry: () => void session.retry(),
      beginAnew: () => void session.welcome(),
      known: () => {
        history.pushState({ place: placeOf(session), known: true }, "");
        setKnown(true);
      },
      copy: (text) => navigator.clipboard.writeText(text),
    }),
    [session],
  );
  return { actions, known, closeKnown: () => history.back() };
}
