import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";
import { textWidth } from "@/components/charts/text-width";

/** A unit's rate over the window, a share. */
export type Peer = { readonly name: string; readonly rate: number };

export type PeerInput = {
  readonly peers: readonly Peer[];
  readonly own: Peer & { readonly low: number; readonly high: number };
  readonly expected: number;
  readonly limit: number;
};

const APART = 10;
const LEVEL = 11;
const EDGE = 14;

/**
 * Points side by side without touching: each at its own x, moved off the middle in whole levels
 * (0, −1, 1, −2 …) until it is free. Returns the levels in the order given.
 */
export function dodge(xs: readonly number[], apart = APART): number[] {
  const placed: { x: number; level: number }[] = [];
  const order = xs.map((x, i) => ({ x, i })).toSorted((a, b) => a.x - b.x);
  const levels = new Array<number>(xs.length).fill(0);
  for (const { x, i } of order) {
    const taken = new Set(placed.filter((p) => Math.abs(p.x - x) < apart).map((p) => p.level));
    let step = 0;
    while (taken.has(levelAt(step))) step++;
    levels[i] = levelAt(step);
    placed.push({ x, level: levelAt(step) });
  }
  return levels;
}

function levelAt(step: number): number {
  return step % 2 === 0 ? step / 2 : -(step + 1) / 2;
}

/** The strip in px: everybody on one line, the own unit with its interval, two named lines. */
export function peerLayout(
  { peers, own, expected, limit }: PeerInput,
  { width }: Size,
  ownText: string,
) {
  const highest = Math.max(limit * 2, own.rate, expected, ...peers.map((p) => p.rate));
  const max = Math.ceil(highest * 10 + 0.2) / 10;
  const x = scaleLinear([0, max], [EDGE, width - 24]);
  const levels = dodge(peers.map((p) => x(p.rate)));
  const up = Math.max(2, ...levels.map((l) => -l));
  const down = Math.max(2, ...levels);
  const middle = 54 + up * LEVEL + 8;
  const half = textWidth(ownText, true) / 2;
  return {
    height: middle + down * LEVEL + 44,
    top: 46,
    middle,
    foot: middle + down * LEVEL + 14,
    ticks: x
      .ticks(Math.round(max * 10))
      .filter((v) => Math.abs(v - limit) > 1e-9)
      .filter((v) => (v * 10) % 1 < 1e-6 || (v * 10) % 1 > 1 - 1e-6)
      .map((value) => ({ value, x: x(value) })),
    dots: peers.map((peer, i) => ({
      ...peer,
      x: x(peer.rate),
      y: middle + (levels[i] ?? 0) * LEVEL,
    })),
    own: {
      x: x(own.rate),
      low: x(own.low),
      high: x(Math.min(own.high, max)),
      beyond: own.high > max,
    },
    ownTextX: Math.min(Math.max(x(own.rate), half), width - half),
    expectedX: x(expected),
    limitX: x(limit),
  };
}
