import { notFound } from "next/navigation";
import { askedUnit } from "@/app/hr/units/[code]/asked";
import { UnitPage } from "@/components/hr/unit/unit-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";

type Asked = { readonly params: Promise<{ readonly code: string }> };

export default async function Page({ params }: Asked) {
  const actor = await requireHr();
  const code = decodeURIComponent((await params).code);
  const asked = await askedUnit(actor, code);
  if (asked === null) notFound();
  await recordAccess(actor, `/hr/units/${code}`);
  return <UnitPage {...asked} />;
}
