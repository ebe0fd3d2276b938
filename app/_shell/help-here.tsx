import { headers } from "next/headers";
import { PageHelp } from "@/components/help/page-help";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { anchorOf, pageOf } from "@/lib/help/page-of";
import { helpedRoutes } from "@/lib/i18n/helped";

/** The help of the page that is asked for; nothing where there is none, as on a page that does not exist. */
export async function HelpHere() {
  const asked = (await headers()).get(PATH_HEADER);
  const route = pageOf(asked ?? "", helpedRoutes());
  if (route === null) return null;
  const area = route.split("/")[1] ?? "";
  const more = area === "reports" ? "/reports/definitions" : `/${area}/help#${anchorOf(route)}`;
  return <PageHelp route={route} more={route === more ? null : more} />;
}
