"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { FunnelPlotProps } from "@/components/charts/funnel-plot";

type ExplorerProps = FunnelPlotProps & {
  /** The same picture drawn by the server: what stands there without a script, until it has come, and in print. */
  readonly children: ReactNode;
};

/** The funnel whose every point can be pointed at or walked to, once its script has come; before that, the picture. */
export function FunnelExplorer({ children, ...plot }: ExplorerProps) {
  const [Plot, setPlot] = useState<ComponentType<FunnelPlotProps> | null>(null);
  useEffect(() => {
    // A script that does not come leaves the picture and the table, which say the same.
    import("@/components/charts/funnel-plot").then(
      ({ FunnelPlot }) => setPlot(() => FunnelPlot),
      () => undefined,
    );
  }, []);
  if (Plot === null) return children;
  return (
    <>
      <div className="paper-only">{children}</div>
      <Plot {...plot} />
    </>
  );
}
