import type { ReactNode } from "react";
import { StateMark, StateWord } from "@/components/ui/state-mark";

type Step = {
  readonly id: string;
  readonly state: "done" | "now" | "later";
  readonly text: ReactNode;
  /** To the right: when, how long, ”går inte att ångra”. */
  readonly when?: ReactNode;
};

const MARK = { done: "done", now: "blocks", later: "later" } as const;

/** Steps in their order; the one that waits for somebody is bold. */
export function MixSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="mix">
      {steps.map((step) => (
        <li
          key={step.id}
          className={step.state}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <StateMark state={MARK[step.state]} />
          <span>
            {step.state === "now" ? null : <StateWord state={MARK[step.state]} />}
            {step.text}
          </span>
          <span className="d">{step.when}</span>
        </li>
      ))}
    </ol>
  );
}
