import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";
import { nameFilter, namesIn } from "@/lib/guard/name-list";

/** All of React that the survey uses. preact/compat would carry the rest too: 2 kB more. */
const REACT: Readonly<Record<string, string>> = {
  react: `export { createContext } from "preact";
    export { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";`,
  "react-dom/client": `import { render } from "preact";
    export const createRoot = (root) => ({ render: (page) => render(page, root) });`,
  "react/jsx": 'export { Fragment, h } from "preact";',
};

/** The six functions of React that the components use, from Preact. */
export const smallReact = (root: string): Plugin => ({
  name: "small-react",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react(\/jsx|-dom\/client)?$/ }, (found) => ({
      path: found.path,
      namespace: "small-react",
    }));
    onLoad({ filter: /.*/, namespace: "small-react" }, (found) => ({
      contents: REACT[found.path] ?? "",
      resolveDir: root,
    }));
  },
});

/** `import names from "guard:names"`: the address of the filter, made from the lists as the page is built. */
export const guardNames = (root: string): Plugin => ({
  name: "guard-names",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^guard:names$/ }, () => ({ path: "names.bin", namespace: "guard" }));
    onLoad({ filter: /.*/, namespace: "guard" }, async () => {
      const read = async (list: string) =>
        namesIn(await readFile(path.join(root, `lib/guard/names/${list}.txt`), "utf8"));
      const [first, last] = [await read("first"), await read("last")];
      const [ordinary, context] = [await read("ordinary"), await read("context")];
      return { contents: nameFilter({ first, last, ordinary, context }), loader: "file" };
    });
  },
});
