import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PictureProps = {
  readonly title?: ReactNode;
  /** A chart from components/charts. */
  readonly children: ReactNode;
  /** Teaches how to read it. */
  readonly caption: ReactNode;
  /** The same rows as a Table: under ”Visa tabellen”, open in print. */
  readonly table?: ReactNode;
};

/** Title, drawing, caption, table. */
export function Picture({ title, children, caption, table }: PictureProps) {
  const t = useTranslations("common");
  return (
    <div>
      <figure>
        {title ? <p className="figtitle">{title}</p> : null}
        {children}
        <figcaption>{caption}</figcaption>
      </figure>
      {table ? (
        <details>
          <summary>{t("showTable")}</summary>
          {table}
        </details>
      ) : null}
    </div>
  );
}
