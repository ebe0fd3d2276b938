import { expect, test } from "vitest";
import { exposition } from "@/lib/metrics/exposition";
import { RequestCounts } from "@/lib/metrics/request-counts";

test("figures are written as Prometheus reads them, and a family without one is left out", () => {
  const labels = { check: 'a "b" \\ c' };
  const gauge = { name: "sorti_up", help: "Up.", type: "gauge" } as const;
  expect(
    exposition([
      { ...gauge, samples: [{ labels, value: 1 }, { value: 0.5 }] },
      { ...gauge, name: "sorti_none", samples: [] },
    ]),
  ).toBe(
    '# HELP sorti_up Up.\n# TYPE sorti_up gauge\nsorti_up{check="a \\"b\\" \\\\ c"} 1\nsorti_up 0.5\n',
  );
});

test("requests are counted by route, method and class of status, and their times by route", () => {
  const counts = new RequestCounts();
  const page = { route: "/hr/units/[code]", method: "GET" };
  counts.add({ ...page, status: 200, seconds: 0.02 });
  counts.add({ ...page, status: 204, seconds: 3 });
  counts.add({ ...page, status: 503, seconds: 30 });
  counts.add({ ...page, method: "anna.andersson@region.example", status: 405, seconds: 0 });
  const text = exposition(counts.families());
  const answers = 'sorti_http_requests_total{route="/hr/units/[code]",method="GET",status=';
  expect(text).toContain(`${answers}"2xx"} 2\n`);
  expect(text).toContain(`${answers}"5xx"} 1\n`);
  expect(text).toContain('method="other",status="4xx"} 1\n');
  expect(text).not.toContain("anna");
  const took = "sorti_http_request_duration_seconds";
  for (const line of [
    `_bucket{route="/hr/units/[code]",le="0.01"} 1`,
    `_bucket{route="/hr/units/[code]",le="0.05"} 2`,
    `_bucket{route="/hr/units/[code]",le="5"} 3`,
    `_bucket{route="/hr/units/[code]",le="+Inf"} 4`,
    `_sum{route="/hr/units/[code]"} 33.02`,
    `_count{route="/hr/units/[code]"} 4`,
  ])
    expect(text).toContain(`${took}${line}\n`);
});
