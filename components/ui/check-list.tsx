import type { ReactNode } from "react";
import { type State, StateMark, StateWord } from "@/components/ui/state-mark";

type Check = {
  readonly id: string;
  readonly state: State;
  /** A sentence: ”Svaren är inte blandade.” */
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  /** Where it is solved. */
  readonly link?: { readonly href: string; readonly text: string };
};

const ORDER: readonly State[] = ["blocks", "done", "later"];

/** What must hold before publication; what blocks stands first, whatever order it came in. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const sorted = ORDER.flatMap((state) => checks.filter((check) => check.state === state));
  return (
    <ul className="check">
      {sorted.map((check) => (
        <li key={check.id} className={check.state}>
          <StateMark state={check.state} />
          <div>
            <StateWord state={check.state} />
            <b>{check.text}</b>
            {check.detail || check.link ? (
              <p>
                {check.detail} {check.link ? <a href={check.link.href}>{check.link.text}</a> : null}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
