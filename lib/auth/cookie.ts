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
const ownCookie =
  (name: string) =>
  (origin = env().SORTI_ORIGIN): Settings => {
    const secure = origin.startsWith("https://");
    const options = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
    return { name: `${secure ? "__Host-" : ""}${name}`, options };
  };

/** Remembers the chosen language; nothing else. */
export const languageCookie = ownCookie("sorti-locale");

/** Holds who is signed in: a secret, whose hash the table of sessions has. */
export const sessionCookie = ownCookie("sorti-session");

/** Holds which browser asked for a link, and where it wants to go. */
export const askedCookie = ownCookie("sorti-asked");

/** What next-auth has a browser hold for the minutes on the way through the region's own sign-in. */
export const wayCookies = (origin = env().SORTI_ORIGIN) => ({
  state: ownCookie("sorti-way-state")(origin),
  nonce: ownCookie("sorti-way-nonce")(origin),
  pkceCodeVerifier: ownCookie("sorti-way-verifier")(origin),
  callbackUrl: ownCookie("sorti-way-back")(origin),
  csrfToken: ownCookie("sorti-way-form")(origin),
});
