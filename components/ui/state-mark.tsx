import { useTranslations } from "next-intl";

/** Blocks ▢!, done ●✓, later ◌. */
export type State = "blocks" | "done" | "later";

/** The mark and, for those who hear the page, its word. */
export function StateMark({ state }: { readonly state: State }) {
  return (
    <svg className="st" viewBox="0 0 20 20" aria-hidden="true">
      {DRAWING[state]}
    </svg>
  );
}

const DRAWING = {
  blocks: (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" className="o" />
      <path d="M10 5v6.2M10 14.2v.6" className="o2" />
    </>
  ),
  done: (
    <>
      <circle cx="10" cy="10" r="9" className="k" />
      <path d="M5.8 10.4l2.8 2.8 5.6-6" className="t" />
    </>
  ),
  later: <circle cx="10" cy="10" r="8.5" className="w" />,
} as const;

/** The state said aloud: ”Hindrar: ”. Stands first in the sentence the mark belongs to. */
export function StateWord({ state }: { readonly state: State }) {
  const t = useTranslations("common");
  return <span className="vh">{t(`state.${state}`)}: </span>;
}
