import { useEffect, useRef, useState } from "react";
import type { Session } from "@/lib/answering/session";
import type { Stage } from "@/lib/answering/stage";
import type { NameFilter } from "@/lib/guard/bloom";
import { findIdentities } from "@/lib/guard/guard";
import { type Catalogue, Speaking, textOf } from "./catalogue";
import { Frame } from "./frame";
import { Guarding } from "./guarding";
import { Known } from "./known";
import { Steps } from "./steps";
import { useActions } from "./use-actions";

type Props = {
  readonly openSession: (show: (stage: Stage) => void) => Session;
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  /** Fetched when the person begins: nothing on the start page waits for it. */
  readonly loadNames: () => Promise<NameFilter>;
  /** Issuer and collector are one server: every page says so (design 2, parties). */
  readonly singleParty: boolean;
};

/** The round in force, as far as the stage knows one. */
function roundOf(stage: Stage) {
  if (stage.at === "start") return stage.round;
  return stage.at === "answering" ? stage.visit.round : null;
}

/** The language chosen by hand, else the invitation's, else the document's. */
function useLanguage(stage: Stage, catalogues: Props["catalogues"]) {
  const [chosen, choose] = useState("");
  const invited = useRef("");
  if (stage.at === "answering") invited.current = stage.visit.language || invited.current;
  const wanted = chosen || invited.current;
  const language = wanted in catalogues ? wanted : (Object.keys(catalogues)[0] ?? "");
  const catalogue = catalogues[language] ?? {};
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = textOf(catalogue, "dir");
  }, [language, catalogue]);
  return { language, catalogue, choose };
}

/** The guard's names, from the moment the survey begins. Without them it still knows numbers and dates. */
function useNamesFor(stage: Stage, loadNames: Props["loadNames"]): NameFilter | null {
  const [names, setNames] = useState<NameFilter | null>(null);
  const began = stage.at === "answering";
  useEffect(() => {
    if (!began) return;
    const ready = (found: NameFilter) => {
      // A browser compiles a pattern when it is first used: now, and not while somebody writes.
      findIdentities("a", found);
      setNames(found);
    };
    loadNames().then(ready, () => undefined);
  }, [began, loadNames]);
  return names;
}

/** The survey page: one session, shown in one language at a time. */
export function App({ openSession, catalogues, loadNames, singleParty }: Props) {
  const [stage, setStage] = useState<Stage>({ at: "loading" });
  const [session] = useState(() => openSession(setStage));
  const { actions, known, closeKnown } = useActions(session);
  const { language, catalogue, choose } = useLanguage(stage, catalogues);
  const names = useNamesFor(stage, loadNames);
  const untouched = useRef(true);
  if (known || !["loading", "start"].includes(stage.at)) untouched.current = false;
  useEffect(() => {
    session.open().catch(() => setStage({ at: "unreachable" }));
  }, [session]);
  const round = roundOf(stage);
  const params = { region: round?.manifest.region ?? "", k: round?.manifest.limits.k ?? "" };
  return (
    <Speaking value={{ language, catalogue, params }}>
      <Frame
        catalogues={catalogues}
        language={language}
        onLanguage={choose}
        onKnown={round && !known ? actions.known : null}
        singleParty={singleParty}
        step={stage.at}
      >
        {known && round ? (
          <Known round={round} onBack={closeKnown} />
        ) : (
          <Guarding value={names}>
            <Steps stage={stage} actions={actions} first={untouched.current} />
          </Guarding>
        )}
      </Frame>
    </Speaking>
  );
}
