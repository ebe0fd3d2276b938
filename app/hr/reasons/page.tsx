import { type AskedReasons, askedReasons } from "@/app/hr/reasons/asked";
import { stayersByPlace } from "@/app/hr/reasons/stayers";
import { NothingReleased, ReasonsPage } from "@/components/hr/reasons/reasons-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";

type Asked = { readonly searchParams: Promise<AskedReasons> };

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/reasons");
  const found = await askedReasons(await searchParams);
  if (found === null) return <NothingReleased />;
  const { view, round } = found;
  const stayers = await stayersByPlace(actor, round);
  const { series, region } = round;
  return <ReasonsPage view={view} series={series} region={region} stayers={stayers} />;
}
