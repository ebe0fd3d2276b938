import type { ReactNode } from "react";

/** A size a column can have; `roomy` = names fit to the right of the plot. */
export type Size = { readonly width: 872 | 600 | 346 | 328; readonly roomy: boolean };

export type Drawn = { readonly height: number; readonly marks: ReactNode };

const FULL: readonly Size[] = [
  { width: 872, roomy: true },
  { width: 600, roomy: true },
  { width: 328, roomy: false },
];
const PANEL: readonly Size[] = [
  { width: 346, roomy: false },
  { width: 328, roomy: false },
];

type DrawingProps = {
  /** The figures in words: what the picture says to those who do not see it. */
  readonly label: string;
  /** `full`: 872, 600 and 328 px wide drawings; `panel`: 346 and 328. The column shows one, at 1:1. */
  readonly kind?: "full" | "panel";
  readonly draw: (size: Size) => Drawn;
};

/** One picture, drawn anew for each width, so that its text is never scaled down. */
export function Drawing({ label, kind = "full", draw }: DrawingProps) {
  return (
    <div className={`drawing ${kind}`}>
      {(kind === "full" ? FULL : PANEL).map((size) => {
        const { height, marks } = draw(size);
        return (
          <svg
            key={size.width}
            className={`w${size.width}`}
            viewBox={`0 0 ${size.width} ${height}`}
            width={size.width}
            height={height}
            role="img"
            aria-label={label}
          >
            {marks}
          </svg>
        );
      })}
    </div>
  );
}
