import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type HeadProps = {
  /** Where the wordmark leads. */
  readonly home: string;
  /** Whose page it is: ”Region Norrsjö, HR”. */
  readonly who: string;
  /** Links or a search form, to the right. */
  readonly tools?: ReactNode;
};

/** The top of every page: skip link to `#main`, wordmark, whose page it is, tools. */
export function Head({ home, who, tools }: HeadProps) {
  const t = useTranslations("common");
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="head">
        <div className="wrap">
          <a className="brand" href={home}>
            {t("brand")}
          </a>
          <span className="quiet small">{who}</span>
          {tools ? <div className="who">{tools}</div> : null}
        </div>
      </header>
    </>
  );
}
