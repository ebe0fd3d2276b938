import { NextIntlClientProvider, useTranslations } from "next-intl";
import { getMessages } from "next-intl/server";
import { Ceremony } from "@/app/_keys/ceremony";
import { Drills } from "@/app/_keys/drills";
import type { KeysFacts } from "@/app/_keys/facts";
import { Remedies } from "@/app/_keys/remedies";
import { KeyLoss } from "@/components/keys/key-loss";
import { KeysAhead } from "@/components/keys/keys-ahead";
import { Machine } from "@/components/keys/machine";
import { Top } from "@/components/ui/top";
import { isTimeForKeys, readyAhead } from "@/lib/ceremony/ahead";

/** A custodian's keys: what exists, what can be lost, making, trying and mending. The same page for both seats. */
export async function KeysPage({ facts }: { readonly facts: KeysFacts }) {
  const { common, keys, keyWords } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, keys, keyWords }}>
      <Contents facts={facts} />
    </NextIntlClientProvider>
  );
}

function Contents({ facts }: { readonly facts: KeysFacts }) {
  const t = useTranslations("keys.finding");
  const { ahead, machine, hasKeys } = facts;
  const key = isTimeForKeys(ahead) ? "short" : "enough";
  return (
    <>
      <Top title={t(key, { n: readyAhead(ahead) })} why={t("why")} />
      <KeysAhead ahead={ahead} />
      <Machine {...machine} />
      <KeyLoss />
      {machine.actsHere ? <Ceremony facts={facts} /> : null}
      {machine.actsHere && hasKeys ? (
        <>
          <Drills facts={facts} />
          <Remedies facts={facts} />
        </>
      ) : null}
    </>
  );
}
