import { useTranslations } from "next-intl";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

type DemoFormProps = {
  readonly email: string;
  readonly password: string;
  /** Where to go afterwards: a path of this site, or empty for the account's own pages. */
  readonly next: string;
  readonly wrong: boolean;
};

/** E-mail and password of a demo account. */
export function DemoForm({ email, password, next, wrong }: DemoFormProps) {
  const t = useTranslations("signin");
  const error = wrong ? t("wrong") : undefined;
  return (
    <form method="post" action="/sign-in/demo">
      {error ? <ErrorSummary errors={[{ id: "email", text: error }]} /> : null}
      <input type="hidden" name="next" value={next} />
      <Field
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        label={t("email")}
        error={error}
        defaultValue={email}
      />
      <Field
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={t("password")}
        defaultValue={password}
      />
      <Acts>
        <Button>{t("submit")}</Button>
      </Acts>
    </form>
  );
}
