import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { languageCookie } from "@/lib/auth/cookie";
import { isDemo } from "@/lib/env";
import { catalogues } from "@/lib/i18n/catalogues";
import { localeOf } from "@/lib/i18n/locale";

/** The language of a request, from its cookie, and the texts that go with it. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(languageCookie().name)?.value);
  return {
    locale,
    messages: catalogues(locale),
    timeZone: "Europe/Stockholm",
    onError: (error) => {
      // In the demonstration, which the browser tests use, a missing text stops the page.
      if (isDemo()) throw error;
    },
  };
});
