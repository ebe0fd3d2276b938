import { useTranslations } from "next-intl";
import { useId } from "react";
import { Drawing, type Drawn, type Size } from "@/components/charts/drawing";
import { HatchPattern } from "@/components/charts/hatch";
import { Say } from "@/components/charts/marks";
import type { KeyState, RoundAhead } from "@/lib/ceremony/ahead";

const GAP = 12;
const HEAD = 20;
const ROW = { height: 84, box: 24 };
const LOOK: Record<KeyState, string> = {
  here: "solid",
  elsewhere: "pale",
  other: "hatched",
  missing: "hatched",
};

type KeysPictureProps = {
  readonly ahead: readonly RoundAhead[];
  /** The picture in words. */
  readonly label: string;
};

/** Two rows of boxes, one for each custodian, a box for each coming round: filled, pale or hatched. */
export function KeysPicture({ ahead, label }: KeysPictureProps) {
  const id = useId();
  const draw = (size: Size): Drawn => ({
    height: HEAD + 2 * ROW.height,
    marks: <Boxes ahead={ahead} size={size} hatch={`${id}${size.width}`} />,
  });
  return <Drawing label={label} draw={draw} />;
}

type BoxesProps = {
  readonly ahead: readonly RoundAhead[];
  readonly size: Size;
  readonly hatch: string;
};

function Boxes({ ahead, size, hatch }: BoxesProps) {
  const t = useTranslations("keys");
  const width = (size.width - GAP * (ahead.length - 1)) / ahead.length;
  return (
    <>
      <HatchPattern id={hatch} />
      {ahead.map(({ quarter, keys }, i) => {
        const x = i * (width + GAP);
        const [year = "", n = ""] = quarter.split("-Q");
        return (
          <g key={quarter}>
            <Say x={x} y={13} look="strong">
              {t("ahead.short", { n, year })}
            </Say>
            {keys.map((state, custodian) => {
              const y = HEAD + custodian * ROW.height + 28;
              const look = LOOK[state];
              return (
                <g key={custodian === 0 ? "one" : "two"}>
                  <rect
                    x={x}
                    y={y}
                    width={width}
                    height={ROW.box}
                    className={look}
                    fill={look === "hatched" ? `url(#${hatch})` : undefined}
                  />
                  <Say x={x} y={y + ROW.box + 18} look="ink">
                    {t(`ahead.states.${state}`)}
                  </Say>
                </g>
              );
            })}
          </g>
        );
      })}
      {([1, 2] as const).map((custodian) => (
        <Say key={custodian} x={0} y={HEAD + (custodian - 1) * ROW.height + 20}>
          {t(`holder.${custodian}`)}
        </Say>
      ))}
    </>
  );
}
