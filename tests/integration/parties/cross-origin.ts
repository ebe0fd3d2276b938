import { expect } from "vitest";
import type { Tap } from "../../support/tap";
import type { TwoParties } from "../../support/two-parties";

const post = (tapped: Tap, call: string, headers: Record<string, string>) =>
  fetch(`${tapped.origin}${call}`, { method: "POST", headers, body: "{}" });

/** The issuer's two calls answer to the page of the collector, and to no other. */
export async function callsAnswerThePageOnly({ issuers, collectors }: TwoParties): Promise<void> {
  const cross = (response: Response) => [
    response.status,
    response.headers.get("access-control-allow-origin"),
    response.headers.get("vary")?.includes("Origin"),
  ];
  for (const call of ["/api/survey/invitation", "/api/survey/credential"]) {
    const preflight = (Origin: string) =>
      fetch(`${issuers.origin}${call}`, { method: "OPTIONS", headers: { Origin } });
    const allowed = await preflight(collectors.origin);
    expect(cross(allowed)).toEqual([204, collectors.origin, true]);
    expect(allowed.headers.get("access-control-allow-methods")).toBe("POST");
    expect(allowed.headers.get("access-control-allow-headers")).toBe("Content-Type");
    expect(allowed.headers.get("access-control-max-age")).toBe("7200");
    expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
    for (const stranger of ["https://evil.example", "null", `${collectors.origin}.evil.example`]) {
      expect(cross(await preflight(stranger)), stranger).toEqual([403, null, true]);
      const refused = await post(issuers, call, { Origin: stranger });
      expect(cross(refused), stranger).toEqual([403, null, true]);
      expect(await refused.json()).toEqual({ error: "wrong-origin" });
    }
    const heard = await post(issuers, call, { Origin: collectors.origin });
    expect(cross(heard)).toEqual([400, collectors.origin, true]);
  }
  const own = await post(collectors, "/api/survey/responses", { Origin: "https://evil.example" });
  expect(own.headers.get("access-control-allow-origin")).toBeNull();
}
