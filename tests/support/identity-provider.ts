import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Context, Provider } from "oidc-provider";
import { freePort } from "@/lib/cli/installation";

/** A region's identity provider, real but for its people: whoever is typed in is let in. */
export type IdentityProvider = {
  readonly settings: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** Hasty's codes are too old after one second, so that a test can see it; everybody else has ten minutes. */
const codeSeconds = (_context: unknown, { accountId }: { readonly accountId?: string }): number =>
  accountId === "hasty" ? 1 : 600;

const SECRET = "a secret that only a test has, of forty characters";
const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(header: string, claims: object, key: KeyObject): string {
  const signed = `${header}.${part(claims)}`;
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
}

/** An ID token with some claims replaced, signed by `key`. */
function resigned(token: string, lies: object, key: KeyObject): string {
  const [header = "", payload = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  return sign(header, { ...claims, ...lies }, key);
}

/** Where a test gets a word that somebody has signed out, with a lie in it if one is named. */
export const LOGOUT_WORD = "/logout-word";

const EVENTS = { "http://schemas.openid.net/event/backchannel-logout": {} };
const FAR = 400 * 24 * 3600;
const LOGOUT_LIES: Readonly<Record<string, (now: number) => object>> = {
  "no lie": () => ({}),
  "wrong-key": () => ({}),
  "wrong-issuer": () => ({ iss: "http://another.example" }),
  "wrong-audience": () => ({ aud: "another-app" }),
  "too-old": (now) => ({ iat: now - FAR }),
  "to-come": (now) => ({ iat: now + FAR }),
  "no-event": () => ({ events: {} }),
  "an-id-token": () => ({ nonce: "n" }),
  nobody: () => ({ sub: undefined }),
};
export const LIES_OF_LOGOUT: readonly string[] = Object.keys(LOGOUT_LIES).slice(1);

function logoutWord(url: URL, issuer: string, [key, otherKey]: readonly [KeyObject, KeyObject]) {
  const lie = url.searchParams.get("lie") ?? "no lie";
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ iss: issuer, aud: "sorti", iat: now, exp: now + 600, jti: randomUUID() },
    ...{ sub: url.searchParams.get("name"), events: EVENTS, ...LOGOUT_LIES[lie]?.(now) },
  };
  const header = part({ alg: "RS256", typ: "logout+jwt" });
  return sign(header, claims, lie === "wrong-key" ? otherKey : key);
}

/** Who lies to the app in which way, by the name that is typed in. */
const LIES: Readonly<Record<string, object>> = {
  "wrong-issuer": { iss: "http://another.example" },
  "wrong-nonce": { nonce: "of-another-sign-in" },
  "wrong-audience": { aud: "another-app" },
  "too-old": { exp: 1_600_000_000 },
  "wrong-key": {},
};

function claimsOf(name: string) {
  const email = `${name}@region.example`;
  const groups = name.startsWith("leader") ? ["SortiPolitiker"] : [];
  return { sub: name, name, email, email_verified: name !== "unverified", groups };
}

/** Everybody who signs in agrees to be known to the app. */
async function agreed({ oidc }: Context) {
  const { provider, client, session } = oidc;
  const of = { clientId: client?.clientId, accountId: session?.accountId };
  const grant = new provider.Grant(of);
  grant.addOIDCScope("openid email profile");
  await grant.save();
  return grant;
}

const configuration = (app: string, key: KeyObject) => ({
  clients: [
    {
      client_id: "sorti",
      client_secret: SECRET,
      redirect_uris: [`${app}/api/auth/callback/oidc`],
      backchannel_logout_uri: `${app}/api/auth/backchannel-logout`,
    },
  ],
  jwks: { keys: [{ ...key.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
  cookies: { keys: [SECRET] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: {
    AuthorizationCode: codeSeconds,
    Interaction: 600,
    Session: 600,
    Grant: 600,
    AccessToken: 60,
    IdToken: 600,
  },
  features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
  // The app is on this very machine, where it would not send anything by itself.
  fetch: (address: string, { dispatcher: _, ...asked }: RequestInit & { dispatcher?: unknown }) =>
    fetch(address, asked),
  interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_context: Context, name: string) => ({
    accountId: name,
    claims: () => claimsOf(name),
  }),
  loadExistingGrant: agreed,
});

const FORM = `<!doctype html><html lang="sv"><title>Regionens inloggning</title><main>
<form method="post"><label>Namn <input name="name"></label><button>Fortsätt</button></form></main></html>`;

/** The page on which somebody says who they are, and what comes of it. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(FORM);
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get("name") ?? "";
  await provider.interactionFinished(request, response, { login: { accountId, remember: false } });
}

/** Starts one for the app at `app`, and the settings that tell the app of it. */
export async function startIdentityProvider(app: string): Promise<IdentityProvider> {
  const issuer = `http://localhost:${await freePort()}`;
  const [key, otherKey] = [newKey(), newKey()];
  const provider = new Provider(issuer, configuration(app, key));
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    const issued = body && typeof body === "object" && "id_token" in body ? body : null;
    if (context.path !== "/token" || typeof issued?.id_token !== "string") return;
    const [, payload = ""] = issued.id_token.split(".");
    const { sub } = JSON.parse(Buffer.from(payload, "base64url").toString());
    const lies = LIES[sub];
    const by = sub === "wrong-key" ? otherKey : key;
    if (lies) context.body = { ...issued, id_token: resigned(issued.id_token, lies, by) };
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === LOGOUT_WORD) {
      response.end(logoutWord(url, issuer, [key, otherKey]));
      return;
    }
    const asked = request.url?.startsWith("/interaction/");
    void (asked ? interact(provider, request, response) : answer(request, response));
  });
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), resolve));
  return {
    settings: {
      SORTI_OIDC_ISSUER: issuer,
      SORTI_OIDC_CLIENT_ID: "sorti",
      SORTI_OIDC_CLIENT_SECRET: SECRET,
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
