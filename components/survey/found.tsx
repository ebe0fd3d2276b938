import { useEffect, useState } from "react";
import type { Finding } from "@/lib/guard/finding";
import { useText } from "./catalogue";

type Props = {
  readonly id: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly onShow: (finding: Finding) => void;
};

/** A pause in the writing: until then a half-written word is nobody's name. */
const PAUSE = 700;

/** The findings as they were when the writing last paused, so that they are read out once. */
function usePaused(text: string, findings: readonly Finding[]) {
  const [paused, setPaused] = useState({ text, findings });
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ text, findings }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, findings]);
  return paused;
}

/** What may say who somebody is: the words, why, and the way to them. The person decides. */
export function Found({ id, text, findings, onShow }: Props) {
  const t = useText();
  const paused = usePaused(text, findings);
  const n = paused.findings.length;
  return (
    <div id={id} role="status">
      {n > 0 ? (
        <div className="found">
          <p>
            <b>{t(n === 1 ? "guard.one" : "guard.many", { n })}</b>
          </p>
          <ul>
            {paused.findings.map((finding) => {
              const passage = paused.text.slice(finding.from, finding.to);
              return (
                <li key={`${finding.from} ${passage}`}>
                  <q>{passage}</q> {t(`guard.${finding.kind}`)}{" "}
                  <button
                    type="button"
                    className="link"
                    aria-label={t("guard.showPassage", { passage })}
                    onClick={() => onShow(finding)}
                  >
                    {t("guard.show")}
                  </button>
                </li>
              );
            })}
          </ul>
          <p className="hint">{t("guard.decide")}</p>
        </div>
      ) : null}
    </div>
  );
}
