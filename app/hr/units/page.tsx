import { ALL_KINDS } from "@/components/hr/kind";
import { ListPage } from "@/components/hr/list/list-page";
import { listView } from "@/components/hr/list/view";
import { NothingImported } from "@/components/hr/overview/overview-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, unitMonths } from "@/lib/turnover/data";

type One = string | string[] | undefined;
type Asked = { readonly searchParams: Promise<{ readonly slag?: One; readonly sok?: One }> };

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/units");
  const units = await unitMonths(actor);
  const asOf = asOfMonth(units, dayAt(new Date()));
  if (asOf === null) return <NothingImported imports="/hr/import" />;
  const policy = await policyFor(actor, asOf);
  const asked = await searchParams;
  const kind = text(asked.slag) || ALL_KINDS;
  const filter = { kind: kind === ALL_KINDS ? null : kind, search: text(asked.sok) };
  return <ListPage view={listView(units, asOf, policy, filter)} />;
}

function text(given: One): string {
  return typeof given === "string" ? given : "";
}
