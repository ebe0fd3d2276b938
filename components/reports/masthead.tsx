import type { ReactNode } from "react";

type MastheadProps = {
  /** ”Kvartalsrapport · juli–september 2026 · publicerad 16 november 2026”. */
  readonly kicker: string;
  /** The question the report answers. */
  readonly title: string;
  /** Lead, then Files. */
  readonly children: ReactNode;
};

/** The report's first screen, and its first printed page. */
export function Masthead({ kicker, title, children }: MastheadProps) {
  return (
    <div className="masthead">
      <p className="kick">{kicker}</p>
      <h1>{title}</h1>
      {children}
    </div>
  );
}

type FilesProps = {
  readonly files: readonly { readonly href: string; readonly text: string }[];
  /** ”Öppna data, fritt att använda (CC0)”. */
  readonly licence?: string;
};

/** The same report as files. Not in print. */
export function Files({ files, licence }: FilesProps) {
  return (
    <p className="files noprint">
      {files.map(({ href, text }) => (
        <a key={href} href={href}>
          {text}
        </a>
      ))}
      {licence ? <span className="quiet small">{licence}</span> : null}
    </p>
  );
}
