import { pageOf } from "@/lib/help/page-of";
import { helpedRoutes } from "@/lib/i18n/helped";

/**
 * The name of the page that an entry of the access log is about, as the help has it; empty for what has none: a file, a
 * sign-in, a change of an account. `t`: the texts of `help`.
 */
export function pageName(page: string, t: (key: string) => string): string {
  const route = page.startsWith("/") ? pageOf(page, helpedRoutes()) : null;
  return route === null ? "" : t(`pages.${route}.name`);
}
