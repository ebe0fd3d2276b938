export const dynamic = "force-dynamic";

/** For whatever restarts processes: 200 as long as this one answers. No database is asked. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
}
