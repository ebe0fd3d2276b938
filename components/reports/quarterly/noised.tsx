import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";

type NoisedProps = {
  readonly view: View;
  readonly id: string;
  /** The row of the open data that says how wide its noise is; a report may have none. */
  readonly noise: string;
};

/** A figure with the width of its noise beside it: ”ungefär 62 ± 4”. */
export function Noised({ view, id, noise }: NoisedProps) {
  const isShown = view.figures.get(id)?.figure.kind === "about" && view.figures.has(noise);
  return (
    <>
      <Value view={view} id={id} />
      {isShown ? (
        <span className="quiet small whitespace-nowrap">
          {" ± "}
          <Value view={view} id={noise} />
        </span>
      ) : null}
    </>
  );
}
