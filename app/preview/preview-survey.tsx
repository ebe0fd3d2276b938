"use client";

import { useState } from "react";
import { Answering } from "@/components/survey/answering";
import { type Catalogue, Speaking, textOf } from "@/components/survey/catalogue";
import { Frame } from "@/components/survey/frame";
import { answered, moved } from "@/lib/answering/moves";
import { previewOf } from "@/lib/answering/preview";
import type { Answer, Questionnaire } from "@/lib/survey/questionnaire";

type Props = {
  readonly questionnaire: Questionnaire;
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  readonly around: Parameters<typeof previewOf>[1];
  readonly note: string;
  readonly back: { readonly href: string; readonly text: string };
};

const nothing = () => undefined;

/** A version in the survey's own components. There is no session behind it, so nothing can leave the page. */
export function PreviewSurvey({ questionnaire, catalogues, around, note, back }: Props) {
  const [stage, setStage] = useState(() => previewOf(questionnaire, around));
  const [language, setLanguage] = useState(Object.keys(catalogues)[0] ?? "");
  const catalogue = catalogues[language] ?? {};
  const params = { region: around.region, k: around.limits.k };
  const actions = {
    begin: nothing,
    enter: () => true,
    look: nothing,
    answer: (item: string, given: Answer | null, declined?: boolean) =>
      setStage((now) => answered(now, item, given, declined)),
    correct: nothing,
    go: (place: number) => setStage((now) => moved(now, place)),
    send: nothing,
    retry: nothing,
    beginAnew: nothing,
    known: nothing,
    copy: async () => undefined,
  };
  return (
    <div id="survey" lang={language} dir={textOf(catalogue, "dir")}>
      <aside className="col party pt-4" aria-label={note}>
        {note}{" "}
        <a className="link" href={back.href}>
          {back.text}
        </a>
      </aside>
      <Speaking value={{ language, catalogue, params }}>
        <Frame
          catalogues={catalogues}
          language={language}
          onLanguage={setLanguage}
          onKnown={null}
          singleParty={false}
          step={stage.at}
        >
          {stage.at === "answering" ? <Answering stage={stage} actions={actions} /> : null}
        </Frame>
      </Speaking>
    </div>
  );
}
