import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/path-header";

/** Tells a page its own address, for the way back after signing in. It decides nothing: the gate is lib/auth/require.ts. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: [
    "/hr/:path*",
    "/operator/:path*",
    "/auditor/:path*",
    "/preview/:path*",
    "/reports/:path*",
    "/subscribe",
    "/account",
  ],
};
