import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/sign-in/sign-out";
import { viewer } from "@/lib/auth/require";
import { USER_ROLES } from "@/lib/auth/roles";

/**
 * Who is signed in, by role, and the way out; the way in for anybody else. For pages that people who sign in come to:
 * what a leaver opens never looks at a session.
 */
export async function VisitorHere() {
  const t = await getTranslations("shell");
  const user = await viewer();
  if (user === null) return <a href="/sign-in">{t("signIn")}</a>;
  const roles = USER_ROLES.filter((role) => user.roles.includes(role)).map((role) =>
    t(`roles.${role}`),
  );
  return (
    <form action={signOut} className="inline">
      <a href="/account">
        {roles.length > 0
          ? t("signedInAs", { roles: roles.join(", ") })
          : t("signedIn", { name: user.name })}
      </a>{" "}
      ·{" "}
      <button type="submit" className="cursor-pointer text-accent-ink underline">
        {t("signOut")}
      </button>
    </form>
  );
}
