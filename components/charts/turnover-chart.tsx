import { useId } from "react";
import { Drawing } from "@/components/charts/drawing";
import type { TurnoverSeries } from "@/components/charts/turnover-data";
import { turnoverLayout } from "@/components/charts/turnover-layout";
import { TurnoverMarks } from "@/components/charts/turnover-marks";
import { useTurnoverWords } from "@/components/charts/turnover-words";

type TurnoverChartProps = {
  readonly series: TurnoverSeries;
  /** `panel`: the small drawing of a UnitPanel, whose signs the ReadingKey explains. */
  readonly kind?: "full" | "panel";
};

/** Turnover year by year: point (filled = at least the limit), 95 % interval, limit, breaks, explanations. */
export function TurnoverChart({ series, kind = "full" }: TurnoverChartProps) {
  const words = useTurnoverWords();
  const id = useId();
  const panel = kind === "panel";
  return (
    <Drawing
      label={words.label(series)}
      kind={kind}
      draw={(size) => {
        const layout = turnoverLayout({ series, size, panel, words });
        return {
          height: layout.height,
          marks: (
            <TurnoverMarks
              layout={layout}
              series={series}
              panel={panel}
              roomy={size.roomy}
              hatch={`${id}${size.width}`}
            />
          ),
        };
      }}
    />
  );
}
