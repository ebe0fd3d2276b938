import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { questionnaireVersions } from "@/lib/survey/data";

type Context = { readonly params: Promise<{ readonly hash: string }> };

/** A version as a file that can be changed and imported again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await requireOperator();
  const { hash } = await params;
  const version = (await questionnaireVersions(actor)).find((one) => one.hash === hash);
  if (!version) return new Response(null, { status: 404 });
  await recordAccess(actor, "/operator/questionnaires/[hash]/file");
  const { questionnaire } = version;
  const name = `${questionnaire.id}-${questionnaire.version}.json`;
  return new Response(`${JSON.stringify(questionnaire, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
