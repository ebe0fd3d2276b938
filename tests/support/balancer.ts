import { connect, createServer, type Socket } from "node:net";

/** One public address in front of several instances, as a region's proxy is: each connection to the next that is up. */
export async function startBalancer(ports: () => readonly number[]) {
  let turn = 0;
  const open = new Set<Socket>();
  const passOn = (caller: Socket, left: readonly number[]): void => {
    const [port, ...others] = left;
    if (port === undefined) return void caller.destroy();
    const onward = connect(port, "127.0.0.1");
    onward.once("error", () => passOn(caller, others));
    onward.once("connect", () => {
      onward.removeAllListeners("error");
      onward.on("error", () => caller.destroy());
      onward.on("close", () => caller.destroy());
      caller.on("close", () => onward.destroy());
      caller.pipe(onward).pipe(caller);
    });
  };
  const server = createServer((caller) => {
    open.add(caller);
    caller.on("close", () => open.delete(caller));
    caller.on("error", () => undefined);
    const all = ports();
    turn += 1;
    passOn(caller, [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    stop: async () => {
      for (const caller of open) caller.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
