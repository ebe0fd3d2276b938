import { type AskedList, askedList } from "@/app/hr/units/asked";
import { ListPage } from "@/components/hr/list/list-page";
import { NothingImported } from "@/components/hr/overview/overview-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { readPage } from "@/lib/listing/page";
import { readSearch } from "@/lib/listing/search";

type Asked = { readonly searchParams: Promise<AskedList> };

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/units");
  const asked = await searchParams;
  const view = await askedList(actor, asked);
  if (view === null) return <NothingImported imports="/hr/import" />;
  return <ListPage view={view} sought={readSearch(asked.sok)} page={readPage(asked.sida)} />;
}
