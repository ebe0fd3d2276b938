import type { ReactNode } from "react";

type FootProps = {
  /** Version, downloads, method, accessibility; an item without `href` is plain text. */
  readonly items: readonly { readonly text: string; readonly href?: string }[];
  /** One line under them: ”Det du öppnar här antecknas …”. */
  readonly note?: ReactNode;
};

/** The bottom of every page. */
export function Foot({ items, note }: FootProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          {items.map((item) => (
            <li key={item.text}>{item.href ? <a href={item.href}>{item.text}</a> : item.text}</li>
          ))}
        </ul>
        {note ? <p>{note}</p> : null}
      </div>
    </footer>
  );
}
