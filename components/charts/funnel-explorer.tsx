"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { FunnelPlotProps } from "@/components/charts/funnel-plot";

type ExplorerProps = FunnelPlotProps & {
  /** The same picture drawn by the server: what stands there without a script, until it has come, and in print. */
  readonly children: ReactNode;
};

/** The chart library is as large as the rest of the page's scripts: it comes when the picture is about to be seen. */
const NEAR = "300px";

/** The funnel whose every point can be pointed at or walked to, once its script has come; before that, the picture. */
export function FunnelExplorer({ children, ...plot }: ExplorerProps) {
  const [Plot, setPlot] = useState<ComponentType<FunnelPlotProps> | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        observer.disconnect();
        // A script that does not come leaves the picture and the table, which say the same.
        import("@/components/charts/funnel-plot").then(
          ({ FunnelPlot }) => setPlot(() => FunnelPlot),
          () => undefined,
        );
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place}>
      {Plot === null ? null : <Plot {...plot} />}
      <div className={Plot === null ? undefined : "paper-only"}>{children}</div>
    </div>
  );
}
