import type { ReactNode } from "react";

/** A remark with a line beside it. `live`: said aloud when it appears, as after a saved form. */
export function Note({
  children,
  live = false,
}: {
  readonly children: ReactNode;
  readonly live?: boolean;
}) {
  return (
    <div className="note" role={live ? "status" : undefined}>
      {children}
    </div>
  );
}
