import type { ReactNode } from "react";
import { type State, StateMark, StateWord } from "@/components/ui/state-mark";

type KeyCardProps = {
  readonly state: State;
  /** ”Driften, Ida Forsell”. */
  readonly holder: string;
  /** What the key's state means, or its form: Field (passphrase) and Button. */
  readonly children: ReactNode;
  /** First groups of the key's fingerprint, with what to compare it to. */
  readonly fingerprint?: ReactNode;
};

/** One custodian's key. Stands in Keys, beside the other. */
export function KeyCard({ state, holder, children, fingerprint }: KeyCardProps) {
  return (
    <div>
      <h3>
        <StateMark state={state} />
        <span>
          <StateWord state={state} />
          {holder}
        </span>
      </h3>
      {children}
      {fingerprint ? <p className="fp">{fingerprint}</p> : null}
    </div>
  );
}

/** Two keys side by side: neither opens anything alone. */
export function Keys({ children }: { readonly children: ReactNode }) {
  return <div className="keys">{children}</div>;
}

/** A code or a checksum, in the page's only monospace. */
export function Fingerprint({ children }: { readonly children: string }) {
  return <span className="fp">{children}</span>;
}
