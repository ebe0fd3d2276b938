"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

type Attempt = { readonly email: string; readonly password: string; readonly wrong: boolean };

type SignInFormProps = {
  readonly email: string;
  readonly password: string;
  /** Where to go afterwards: a path of this site. */
  readonly next: string;
};

/** E-mail and password of a demo account. */
export function SignInForm({ email, password, next }: SignInFormProps) {
  const t = useTranslations("signin");
  const attempt = async (_last: Attempt, form: FormData): Promise<Attempt> => {
    const given = { email: String(form.get("email")), password: String(form.get("password")) };
    const reply = await signIn("demo", { ...given, redirect: false });
    if (reply?.ok) window.location.assign(next);
    return { ...given, wrong: !reply?.ok };
  };
  const [last, act] = useActionState(attempt, { email, password, wrong: false });
  const error = last.wrong ? t("wrong") : undefined;
  return (
    <form action={act}>
      {error ? <ErrorSummary errors={[{ id: "email", text: error }]} /> : null}
      <Field
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        label={t("email")}
        error={error}
        defaultValue={last.email}
      />
      <Field
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        label={t("password")}
        defaultValue={last.password}
      />
      <Acts>
        <Button>{t("submit")}</Button>
      </Acts>
    </form>
  );
}
