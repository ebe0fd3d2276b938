import { useTranslations } from "next-intl";
import { changePassphrase, giveDeputy, makeSheet, takeDeputy } from "@/app/_keys/actions";
import type { KeysFacts } from "@/app/_keys/facts";
import { KeyForm } from "@/app/_keys/key-form";
import { Section } from "@/components/ui/section";

/** What helps when a passphrase is forgotten, a sheet is lost, or the custodian goes on leave. */
export function Remedies({ facts }: { readonly facts: KeysFacts }) {
  const t = useTranslations("keys");
  const { custodian, near, hasDeputy } = facts;
  const all = { custodian, near };
  const fresh = {
    name: "recover-new",
    kind: "new",
    label: t("passphrase.new"),
    hint: t("passphrase.newHint"),
  } as const;
  const secret = (name: string) =>
    ({ name, kind: "secret", label: t("passphrase.label") }) as const;
  const code = {
    name: "recover-code",
    kind: "code",
    label: t("drill.code"),
    hint: t("drill.codeHint"),
  } as const;
  const deputys = {
    name: "deputy-new",
    kind: "new",
    label: t("passphrase.deputy"),
    hint: t("passphrase.deputyHint"),
  } as const;
  return (
    <>
      <Section id="recover" name={t("recover.name")} context={t("recover.context")}>
        <p>{t("recover.says")}</p>
        <KeyForm
          {...all}
          deed={changePassphrase}
          fields={[code, fresh]}
          button={t("recover.button")}
          fold={{ name: t("recover.open"), open: false }}
        />
      </Section>
      <Section id="renew" name={t("renew.name")} context={t("renew.context")}>
        <p>{t("renew.says")}</p>
        <KeyForm
          {...all}
          deed={makeSheet}
          fields={[secret("renew-passphrase")]}
          button={t("renew.button")}
          fold={{ name: t("renew.open"), open: false }}
        />
      </Section>
      <Section id="deputy" name={t("deputy.name")} context={t("deputy.context")}>
        <p role="status">{t(hasDeputy ? "deputy.has" : "deputy.none")}</p>
        <KeyForm
          {...all}
          deed={giveDeputy}
          fields={[secret("deputy-passphrase"), deputys]}
          button={t("deputy.set")}
          fold={{ name: t(hasDeputy ? "deputy.openOther" : "deputy.open"), open: false }}
        />
        {hasDeputy ? (
          <KeyForm
            {...all}
            deed={takeDeputy}
            fields={[{ ...secret("undeputy-passphrase"), hint: t("deputy.copies") }]}
            button={t("deputy.remove")}
            fold={{ name: t("deputy.openRemove"), open: false }}
          />
        ) : null}
      </Section>
    </>
  );
}
