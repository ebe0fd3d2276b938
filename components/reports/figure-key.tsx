import { useTranslations } from "next-intl";
import { useId } from "react";
import { blocks } from "@/components/charts/bar-layout";
import { BoundScale } from "@/components/charts/bound-scale";
import { HatchPattern } from "@/components/charts/hatch";
import { round } from "@/components/charts/marks";
import { FigureValue } from "@/components/reports/figure-value";
import type { Figure } from "@/lib/disclosure/figure";

/** One figure of each kind. The numbers are examples. */
const EXAMPLES: readonly Figure[] = [
  { kind: "count", n: 3 },
  { kind: "at-least", n: 4 },
  { kind: "at-most", n: 2 },
  { kind: "about", n: 20 },
  { kind: "withheld", reason: "too-few" },
];

/** The four ways a figure can stand in the report, and the one in which it does not: drawn with the real marks. */
export function FigureKey() {
  const t = useTranslations("figures.key");
  return (
    <ul className="figure-key">
      {EXAMPLES.map((figure) => (
        <li key={figure.kind}>
          <Mark figure={figure} />{" "}
          <b>
            <FigureValue figure={figure} />
          </b>{" "}
          {t(figure.kind)}
        </li>
      ))}
    </ul>
  );
}

const BLOCK = 6;

function Mark({ figure }: { readonly figure: Figure }) {
  const id = useId();
  if (figure.kind !== "about" && figure.kind !== "withheld") return <BoundScale figure={figure} />;
  const drawn = figure.kind === "about" ? blocks(figure.n, figure.n / 4, BLOCK) : null;
  return (
    <svg viewBox="0 0 200 20" width="200" height="20" aria-hidden="true">
      {drawn ? (
        <>
          {drawn.blocks.map((block) => (
            <rect
              key={block.x}
              x={4 + block.x}
              y="1"
              width={block.width}
              height="12"
              className="solid"
            />
          ))}
          <rect
            x={round(4 + drawn.noise.from)}
            y="16"
            width={round(drawn.noise.to - drawn.noise.from)}
            height="3"
            className="mid"
          />
        </>
      ) : (
        <>
          <HatchPattern id={id} />
          <rect x="4.5" y="3.5" width="100" height="13" className="hatched" fill={`url(#${id})`} />
        </>
      )}
    </svg>
  );
}
