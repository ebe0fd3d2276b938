import type { ReactNode } from "react";

type Look = { readonly line?: boolean; readonly children: ReactNode };

type ButtonProps = Look & {
  readonly name?: string;
  readonly value?: string;
  /** The form it sends, by its id, where it stands in another one. */
  readonly form?: string;
  /** Which of a form's deeds this is, where a form has several. */
  readonly formAction?: (data: FormData) => void | Promise<void>;
};

/** Sends its form. `line` = the second choice. */
export function Button({ line = false, children, ...rest }: ButtonProps) {
  return (
    <button className={line ? "btn line" : "btn"} type="submit" {...rest}>
      {children}
    </button>
  );
}

/** Looks like a button, leads to a page. */
export function ButtonLink({ line = false, children, href }: Look & { readonly href: string }) {
  return (
    <a className={line ? "btn line" : "btn"} href={href}>
      {children}
    </a>
  );
}

type BlockedButtonProps = Look & {
  readonly id: string;
  /** Why it cannot be pressed, in a sentence beside it. */
  readonly why: ReactNode;
};

/** A button that cannot be pressed stays where it is, can be found by keyboard, and says why. */
export function BlockedButton({ id, why, children }: BlockedButtonProps) {
  return (
    <div className="acts">
      <button className="btn" type="button" aria-disabled="true" aria-describedby={id}>
        {children}
      </button>
      <p className="why" id={id}>
        {why}
      </p>
    </div>
  );
}

/** Buttons side by side. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className="acts">{children}</div>;
}
