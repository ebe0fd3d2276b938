import { showsBearer } from "@/lib/auth/bearer";
import { env } from "@/lib/env";
import { metrics } from "@/lib/metrics/data";
import { CONTENT_TYPE, exposition } from "@/lib/metrics/exposition";
import { noteRefusal } from "@/lib/refusals";

export const dynamic = "force-dynamic";

/** For Prometheus, with the token of the settings; it does not exist for anybody else. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!showsBearer(request.headers, env().SORTI_METRICS_TOKEN)) {
    noteRefusal("token of monitoring");
    return new Response(null, { status: 404, headers });
  }
  const body = exposition(await metrics());
  return new Response(body, { headers: { ...headers, "Content-Type": CONTENT_TYPE } });
}
