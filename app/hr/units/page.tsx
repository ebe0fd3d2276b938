import { type AskedList, askedList } from "@/app/hr/units/asked";
import { ListPage } from "@/components/hr/list/list-page";
import { NothingImported } from "@/components/hr/overview/overview-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";

type Asked = { readonly searchParams: Promise<AskedList> };

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/units");
  const view = await askedList(actor, await searchParams);
  return view === null ? <NothingImported imports="/hr/import" /> : <ListPage view={view} />;
}
