import { type AskedPlan, askedProgramme } from "@/app/hr/programme/asked";
import { NothingImported } from "@/components/hr/overview/overview-page";
import { ProposalPage } from "@/components/hr/programme/programme-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";

type Asked = { readonly searchParams: Promise<AskedPlan> };

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/programme/proposal");
  const view = await askedProgramme(actor, await searchParams);
  return view === null ? <NothingImported imports="/hr/import" /> : <ProposalPage view={view} />;
}
