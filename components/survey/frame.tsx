import type { ReactNode } from "react";
import { type Catalogue, textOf, useText } from "./catalogue";

type Props = {
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly onKnown: (() => void) | null;
  readonly singleParty: boolean;
  /**
   * Whose foot it is. While the page opens there is none: it would jump when the page has grown. Every further step
   * has one of its own, so that none jumps when a step comes without a touch, as a late reply brings it.
   */
  readonly step: string;
  readonly children: ReactNode;
};

function Foot({ onKnown, singleParty }: Pick<Props, "onKnown" | "singleParty">) {
  const t = useText();
  return (
    <footer className="foot">
      <nav className="col" aria-label={t("foot.label")}>
        {onKnown ? (
          <button type="button" className="link" onClick={onKnown}>
            {t("foot.known")}
          </button>
        ) : null}
        <a className="link" href="/accessibility" target="_blank" rel="noreferrer">
          {t("foot.accessibility")}
        </a>
      </nav>
      {singleParty ? <p className="col party">{t("foot.singleParty")}</p> : null}
    </footer>
  );
}

/** The page around every step: whose it is, the other languages, and what is stored. */
export function Frame(props: Props) {
  const { catalogues, language, onLanguage, children } = props;
  const t = useText();
  const others = Object.entries(catalogues).filter(([code]) => code !== language);
  return (
    <>
      <header className="bar">
        <div className="col">
          <span className="brand">{t("brand")}</span>
          <span className="languages">
            {others.map(([code, catalogue]) => (
              <button
                key={code}
                type="button"
                className="link small"
                lang={code}
                onClick={() => onLanguage(code)}
              >
                {textOf(catalogue, "name")}
              </button>
            ))}
          </span>
        </div>
      </header>
      <main className="step">
        <div className="col">{children}</div>
      </main>
      {props.step === "loading" ? null : <Foot key={props.step} {...props} />}
    </>
  );
}
