import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { isEntryId } from "@/app/hr/units/[code]/entry";
import { versionSheet } from "@/components/hr/entry/sheets";
import { actionVersions, signers } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { explanationVersions } from "@/lib/explanations/data";

/** Every signed version of one action (`slag=action`) or explanation, the newest first. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const id = query.get("id") ?? "";
    const kind = query.get("slag") === "action" ? "action" : "explanation";
    const versions = isEntryId(id) ? await read[kind](actor, id) : [];
    if (versions.length === 0) return null;
    const names = await signers(
      actor,
      versions.map(({ signedBy }) => signedBy),
    );
    return versionSheet(kind, versions, names, await getTranslations("entries"));
  });
}

const read = {
  action: async (actor: HrActor, id: string) =>
    (await actionVersions(actor, id)).map(({ state, result, ...one }) => ({
      ...one,
      standing: state,
      until: one.due,
      basis: result,
    })),
  explanation: async (actor: HrActor, id: string) =>
    (await explanationVersions(actor, id)).map(({ appliesFrom, expires, evidence, ...one }) => ({
      ...one,
      ...{ signedOn: one.notedOn, standing: appliesFrom, until: expires, basis: evidence },
    })),
};
