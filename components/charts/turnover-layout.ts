import type { Size } from "@/components/charts/drawing";
import { alongLine, around, type Box, linePath, type Point } from "@/components/charts/geometry";
import { type Direction, placeLabels, textBox } from "@/components/charts/label-placement";
import type { Rate, Span, TurnoverSeries } from "@/components/charts/turnover-data";
import {
  type Plot,
  slotOf,
  turnoverAxis,
  turnoverScales,
} from "@/components/charts/turnover-scale";
import { LANE, placeSpans } from "@/components/charts/turnover-spans";
import type { SpanRoom } from "@/components/charts/turnover-words";

const RADIUS = 6;

/** Where a year's marks stand; `mark` is missing when there is no rate. */
export type Slot = {
  readonly x: number;
  readonly mark?: {
    readonly y: number;
    readonly filled: boolean;
    readonly low: number;
    readonly high: number;
    readonly beyond: boolean;
  };
};

type Input = {
  readonly series: TurnoverSeries;
  readonly size: Size;
  readonly panel: boolean;
  readonly words: {
    /** The rate in print, for its label. */
    readonly rate: (rate: number) => string;
    /** A break's words, long to short. */
    readonly break: (name: string) => readonly string[];
    /** A bracket's words, long to short. */
    readonly span: (span: Span, room: SpanRoom) => readonly string[];
  };
};

export type TurnoverLayout = ReturnType<typeof turnoverLayout>;

function plotOf({ width, roomy }: Size, panel: boolean): Plot {
  if (panel) return { width, left: 40, right: 0, top: 14, base: 170 };
  return { width, left: 36, right: roomy ? 96 : 8, top: 34, base: roomy ? 268 : 218 };
}

/** Everything a turnover chart draws, in px. Pure: the same series gives the same picture. */
export function turnoverLayout({ series, size, panel, words }: Input) {
  const rates: readonly Rate[] = [...series.years, ...(series.latest ? [series.latest] : [])];
  const plot = plotOf(size, panel);
  const { max, ticks } = turnoverAxis(rates, series.limit);
  const { x, y } = turnoverScales(plot, rates.length, max);
  const slots = rates.map((rate, i) => slotMarks(rate, x(i + 0.5), y, max, series.limit));
  const breaks = (series.breaks ?? []).map((b) => ({ name: b.name, x: x(slotOf(b.day, series)) }));
  const lines = runs(slots.slice(0, series.years.length), breaks);
  const names = breaks.map((b) => breakName(words.break(b.name), b.x, plot));
  const limitY = y(series.limit);
  const soft = [
    ...lines.flatMap((line) => alongLine(line)),
    { x: plot.left, y: limitY - 1, width: plot.width - plot.right - plot.left, height: 2 },
    ...breaks.map((b) => ({ x: b.x - 1, y: plot.top, width: 2, height: plot.base - plot.top })),
  ];
  const { spans, under, lanes } = spanLayout(series, plot, room(size, panel), words.span, (day) =>
    x(slotOf(day, series)),
  );
  return {
    plot,
    rates,
    slots,
    labels: valueLabels(
      { rates, slots, names, soft, plot, order: panel || size.roomy ? BESIDE : OVER },
      words.rate,
    ),
    breaks,
    names,
    limitY,
    ticks: ticks.map((share) => ({ share, y: y(share) })),
    paths: lines.map(linePath),
    spans,
    under,
    /** Between the whole years and the last twelve months, which overlap them. */
    latestX: series.latest ? x(series.years.length) : undefined,
    /** Under each point: its period, and in a roomy drawing the figures behind the rate. */
    notes: !panel && size.roomy && slots.length <= 8,
    height: lanes > 0 ? under + lanes * LANE : under - 6,
  };
}

const UNDER = { roomy: 54, panel: 30, narrow: 36 } as const;

function room(size: Size, panel: boolean): SpanRoom {
  if (panel) return "panel";
  return size.roomy ? "roomy" : "narrow";
}

function spanLayout(
  series: TurnoverSeries,
  plot: Plot,
  room: SpanRoom,
  texts: Input["words"]["span"],
  place: (day: string) => number,
) {
  const right = plot.width - plot.right;
  const wants = (series.spans ?? []).map((span, i) => ({
    id: `${i}`,
    from: place(span.from),
    to: span.to ? place(span.to) : right,
    open: !span.to,
    texts: texts(span, room),
  }));
  const spans = placeSpans(wants, plot.left, right);
  const lanes = Math.max(0, ...spans.map((s) => s.lane + 1));
  return { spans, lanes, under: plot.base + UNDER[room] };
}

type Values = {
  readonly rates: readonly Rate[];
  readonly slots: readonly Slot[];
  readonly names: readonly ReturnType<typeof breakName>[];
  readonly soft: readonly Box[];
  readonly plot: Plot;
  readonly order: readonly Direction[];
};

/** The rate beside each point, clear of points, of a break's words, and of lines where it can. */
function valueLabels(
  { rates, slots, names, soft, plot, order }: Values,
  say: (rate: number) => string,
) {
  const marked = slots.flatMap(({ x, mark }, i) => {
    const rate = rates[i]?.rate ?? null;
    return mark && rate !== null
      ? [{ at: { x, y: mark.y }, rate, strong: mark.filled, id: `${i}` }]
      : [];
  });
  const hard = [
    ...marked.map(({ at }) => around(at, RADIUS)),
    ...names.map((name) => textBox(name.text, name, name.anchor)),
  ];
  // A rate of 0 stands on the axis: its label may reach a little under it.
  const area = { x: 0, y: 0, width: plot.width - plot.right, height: plot.base + 5 };
  const wants = marked.map(({ rate, ...mark }) => ({ ...mark, text: say(rate), reach: 11 }));
  return placeLabels(wants, { area, hard, soft }, order);
}

const BESIDE: readonly Direction[] = ["right", "rightUp", "rightDown", "above", "below", "left"];
const OVER: readonly Direction[] = ["above", "below", "rightUp", "rightDown"];

function slotMarks(
  rate: Rate,
  x: number,
  y: (share: number) => number,
  max: number,
  limit: number,
): Slot {
  if (rate.rate === null) return { x };
  const mark = {
    y: y(rate.rate),
    filled: rate.rate >= limit,
    low: y(rate.low),
    high: y(Math.min(rate.high, max)),
    beyond: rate.high > max,
  };
  return { x, mark };
}

/** Years that may be joined: neighbours with a rate, in the same unit. */
function runs(slots: readonly Slot[], breaks: readonly { readonly x: number }[]): Point[][] {
  const all: Point[][] = [];
  let run: Point[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    const cut = !slot.mark || breaks.some((b) => b.x > last && b.x <= slot.x);
    if (cut) {
      all.push(run);
      run = [];
    }
    if (slot.mark) run.push({ x: slot.x, y: slot.mark.y });
    last = slot.x;
  }
  return [...all, run].filter((points) => points.length > 1);
}

/** A break's words stand before its line where there is room, if need be in fewer words. */
function breakName(texts: readonly string[], x: number, plot: Plot) {
  const y = plot.top + 8;
  const fits = texts.find((text) => textBox(text, { x: x - 8, y }, "end").x >= plot.left);
  return fits
    ? { text: fits, x: x - 8, y, anchor: "end" as const }
    : { text: texts.at(-1) ?? "", x: x + 8, y, anchor: "start" as const };
}
