/**
 * The address that a call comes from. Whatever a caller writes into X-Forwarded-For stands to the left; each
 * proxy adds to the right whom it heard. So with `trustedProxies` in front it is that many from the right,
 * and with none it is the connection's own address, whatever the header says. A list that is too short did
 * not pass every proxy: its first address.
 */
export function callerAddress(
  forwarded: string | readonly string[] | undefined,
  connection: string | undefined,
  trustedProxies: number,
): string {
  const heard = [forwarded ?? []].flat().join(",").split(",");
  const written = heard.map((address) => address.trim()).filter((address) => address !== "");
  const chain = [...written, connection ?? "unknown"];
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? "unknown";
}
