import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync } from "node:fs";
import path from "node:path";

export type SmallDisk = {
  /** Writes until nothing more goes in. */
  readonly fill: () => void;
  readonly empty: () => void;
  readonly unmount: () => void;
};

/** A file system of so many megabytes in place of a folder; needs root, since a disk is mounted. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder]);
  } catch {
    throw new Error("This test fills a disk of its own, and mounting one needs root.");
  }
  const filler = path.join(folder, "filler");
  return {
    fill: (): void => {
      for (let size = 1 << 20; size > 0; size >>= 1) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size));
        } catch (cause) {
          if ((cause as { code?: unknown }).code !== "ENOSPC") throw cause;
        }
      }
    },
    empty: (): void => rmSync(filler, { force: true }),
    unmount: (): void => void execFileSync("umount", ["--lazy", folder]),
  };
}
