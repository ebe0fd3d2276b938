import type { Figure } from "@/lib/disclosure/figure";
import type { Hme } from "@/lib/disclosure/hme";

/** An index in whole points. A bound is rounded away from its open side, so that it stays true. */
export function wholePoints(figure: Figure): Figure {
  switch (figure.kind) {
    case "withheld":
      return figure;
    case "at-least":
      return { kind: "at-least", n: Math.floor(figure.n) };
    case "at-most":
      return { kind: "at-most", n: Math.ceil(figure.n) };
    case "count":
    case "about":
      return { kind: figure.kind, n: Math.round(figure.n) };
  }
}

/** The index and its parts in whole points. */
export function wholeHme({ total, motivation, leadership, steering }: Hme): Hme {
  return {
    total: wholePoints(total),
    motivation: wholePoints(motivation),
    leadership: wholePoints(leadership),
    steering: wholePoints(steering),
  };
}
