import { type NodeId, REGION, type Series } from "@/lib/disclosure/release";
import { chosenPeriod, type Period, periodsOf } from "./period";
import { answersOf, type Releases } from "./releases";

/** What a reader has chosen to see: when, whom, and how they left. */
export type Choice = { readonly period: Period; readonly node: NodeId; readonly series: Series };

/** A group that can be chosen; the region has no name of its own here. */
export type Place = { readonly node: NodeId; readonly name: string };

/** An address's words, unchecked. */
export type Asked = {
  readonly period: string | null;
  readonly group: string | null;
  readonly series: string | null;
};

/** The region, then its groups in the order of the alphabet. Units are no places here: theirs are atoms. */
export function placesOf({ round }: Releases): readonly Place[] {
  const { tree, groupNames } = round;
  const groups = [...new Set(Object.values(tree.units))].map((code) => ({
    node: `group:${code}` as const,
    name: groupNames[code] ?? code,
  }));
  return [
    { node: REGION, name: "" },
    ...groups.toSorted((a, b) => SWEDISH.compare(a.name, b.name)),
  ];
}

const SWEDISH = new Intl.Collator("sv", { numeric: true });

/** What an address asks for, as far as it exists: the region's leavers of the last four quarters if not. */
export function chosen(asked: Asked, releases: Releases): Choice {
  const { round } = releases;
  const series = round.series.find((one) => one === asked.series) ?? round.series[0] ?? "leaver";
  const place = placesOf(releases).find(({ node }) => node === asked.group);
  return {
    period: chosenPeriod(asked.period, periodsOf(answersOf(releases, series), round.quarter)),
    node: place?.node ?? REGION,
    series,
  };
}
