import { env } from "@/lib/env";

type Settings = {
  readonly name: string;
  readonly options: {
    readonly httpOnly: true;
    readonly sameSite: "lax";
    readonly secure: boolean;
    readonly path: "/";
  };
};

/**
 * A cookie for this host alone, out of scripts' reach, and not sent with what another site's page posts. Over HTTPS
 * a browser itself holds it to that by its prefix; without HTTPS, on one's own machine, it has none.
 */
function ownCookie(name: string): Settings {
  const secure = env().SORTI_ORIGIN.startsWith("https://");
  const options = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
  return { name: `${secure ? "__Host-" : ""}${name}`, options };
}

/** Holds who is signed in: a secret, whose hash the table of sessions has. */
export const sessionCookie = (): Settings => ownCookie("sorti-session");

/** Holds which browser asked for a link, and where it wants to go. */
export const askedCookie = (): Settings => ownCookie("sorti-asked");
