import type { ReactNode } from "react";

type AsideProps = {
  /** ”HR:s kommentar”. */
  readonly title: string;
  readonly children: ReactNode;
  /** Who and when. */
  readonly signed?: ReactNode;
};

/** Another's voice in the report, between two lines. */
export function Aside({ title, children, signed }: AsideProps) {
  return (
    <div className="aside" role="note">
      <h3>{title}</h3>
      <div>
        {children}
        {signed ? <p className="small quiet">{signed}</p> : null}
      </div>
    </div>
  );
}
