/** 256 bits as base64url, or a letter's code; anything else in the address is not ours. */
const TOKEN = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * The one-time token of the mailed link, from the fragment (`/svar#token`) or from the path, where some
 * mail programs move it (`/svar%23token`). `null` when the address carries none.
 */
export function tokenFrom(address: { readonly hash: string; readonly pathname: string }) {
  const mangled = address.pathname.split(/%23|#/)[1] ?? "";
  const found = address.hash.replace(/^#/, "") || mangled;
  return TOKEN.test(found) ? found : null;
}

/** The address without the token: what the address bar shows from the first moment. */
export function addressWithoutToken(address: { readonly pathname: string }): string {
  return address.pathname.split(/%23|#/)[0] ?? "/";
}
