import type { FunnelLimits, FunnelUnit } from "@/components/charts/funnel-layout";
import type { OverviewView } from "@/components/hr/overview/view";
import type { Comparison } from "@/lib/turnover/comparison";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import { BEYOND, type LimitPoint, lowerCurve, upperCurve } from "@/lib/turnover/prediction";
import type { UnitSummary } from "@/lib/turnover/summary";

type Compared = Extract<Comparison, { kind: "compared" }>;
type Place = { readonly unit: UnitSummary; readonly compared: Compared };

/** The units that could be compared, with their place, on the policy's reading of turnover. */
export function placesOf(units: readonly UnitSummary[], policy: TurnoverPolicy): readonly Place[] {
  return units.flatMap((unit) => {
    const compared = unit.comparison[policy.reading];
    return compared.kind === "compared" ? [{ unit, compared }] : [];
  });
}

/**
 * A unit in the funnel. Where its peers differ more than chance gives (phi > 1), its point is drawn in
 * by √phi, exactly as the test does it, so that one pair of curves holds for every peer group.
 */
export function funnelUnit({ unit, compared }: Place): FunnelUnit {
  const { expected, excess, phi, above } = compared;
  return {
    id: unit.code,
    name: unit.name,
    expected,
    times: (expected + excess / Math.sqrt(phi)) / expected,
    mark: above === "within" ? (unit.flagged ? "hollow" : "plain") : "filled",
  };
}

type Funnel = {
  readonly places: readonly Place[];
  readonly units: readonly FunnelUnit[];
  readonly limits: FunnelLimits;
};

// A view is the same for every reader until an import changes it; so is what is drawn from it.
const funnels = new WeakMap<OverviewView, Funnel>();

/** The funnel of a view, worked out once for as long as the view is kept. */
export function funnelOf(view: OverviewView): Funnel {
  const known = funnels.get(view);
  if (known !== undefined) return known;
  const places = placesOf(view.units, view.policy);
  const funnel = { places, units: places.map(funnelUnit), limits: funnelLimits(places) };
  funnels.set(view, funnel);
  return funnel;
}

const STEPS = 80;
/** Under this the upper curves are far above the picture. */
const LEAST = 0.2;

/** The limit curves up to a little beyond the largest unit. */
export function funnelLimits(places: readonly Place[]): FunnelLimits {
  const to = Math.max(5, ...places.map(({ compared }) => compared.expected)) * 1.05;
  const range = { from: LEAST, to, steps: STEPS };
  const drawn = (points: readonly LimitPoint[]) =>
    points.map(({ expected, ratio }) => ({ x: expected, y: ratio }));
  const upper = (beyond: number) => drawn(upperCurve(range, beyond));
  const lower = (beyond: number) => drawn(lowerCurve(range, beyond));
  return {
    upper95: upper(BEYOND["95"]),
    lower95: lower(BEYOND["95"]),
    upper998: upper(BEYOND["99.8"]),
    lower998: lower(BEYOND["99.8"]),
  };
}
