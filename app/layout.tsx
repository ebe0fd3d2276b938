import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { clientMessages } from "@/app/_shell/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { default: t("title"), template: "%s – Sorti" } };
}

export const viewport: Viewport = { colorScheme: "light dark" };

/** Every page's frame: its language, and the few texts that scripts in the browser need. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={await getLocale()}>
      <body>
        <NextIntlClientProvider messages={clientMessages(await getMessages())}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
