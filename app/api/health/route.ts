import { health } from "@/lib/health/data";

export const dynamic = "force-dynamic";

/** For the load balancer and the operator: 200 when everything holds, else 503. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, {
    status: found.ok ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
