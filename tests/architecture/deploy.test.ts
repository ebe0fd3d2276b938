import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { FIELDS } from "@/lib/env/fields";
import { MAX_BYTES } from "@/lib/imports/decode";
import { factsOfCode } from "./documents/facts";

const facts = await factsOfCode();
const container = readFileSync("docs/deploy/Containerfile", "utf8");
const compose = readFileSync("docs/deploy/compose.yaml", "utf8");
const unit = readFileSync("docs/deploy/sorti.service", "utf8");
const proxy = readFileSync("docs/deploy/nginx.conf", "utf8");
const all = [container, compose, unit, proxy];

/** Names of a program that Sorti does not read itself. */
const OTHERS = /^(NODE_ENV|NEXT_TELEMETRY_DISABLED|POSTGRES_\w+)$/;

describe("what deploys a server", () => {
  test("names no setting, file or call that the code does not have", () => {
    const named = all.flatMap((text) => text.match(/\b[A-Z][A-Z_]{3,}(?==|: |\})/g) ?? []);
    const settings = named.filter((name) => name in FIELDS.shape || /_/.test(name));
    expect(settings).toEqual(expect.arrayContaining(["SORTI_PARTS", "SORTI_DATA_DIR"]));
    const unknown = settings.filter((name) => !(name in FIELDS.shape) && !OTHERS.test(name));
    expect(unknown).toEqual([]);
    const files = all.flatMap((text) => text.match(/\b(lib|docs|deploy)\/[\w./-]+\.\w+/g) ?? []);
    expect(files).toEqual(expect.arrayContaining(["lib/cli/sorti.mjs", "docs/container.md"]));
    expect(files.filter((file) => !facts.exists(file))).toEqual([]);
    const calls = all.flatMap((text) => text.match(/\/api\/(health|metrics)[\w/]*/g) ?? []);
    expect(new Set(calls).size).toBeGreaterThan(2);
    expect(calls.filter((call) => !facts.exists(`app${call}/route.ts`))).toEqual([]);
    for (const command of ["serve", "settings"])
      expect(facts.program.commands.map((one) => one.name())).toContain(command);
  });

  test("agrees on one port, one folder and one way to start", () => {
    const ports = all.map((text) => text.match(/(?<=PORT=|127\.0\.0\.1:|EXPOSE )3\d{3}/g) ?? []);
    for (const found of ports) expect(new Set(found)).toEqual(new Set(["3000"]));
    for (const text of [container, unit]) expect(text).toContain("SORTI_DATA_DIR=/var/lib/sorti");
    expect(compose).toContain("sorti-data:/var/lib/sorti");
    expect(container).toContain('ENTRYPOINT ["node", "lib/cli/sorti.mjs"]');
    expect(unit).toContain("ExecStart=/usr/bin/node lib/cli/sorti.mjs serve");
  });

  test("names no host to fetch from", () => {
    expect(container).toMatch(/^ARG BASE=[\w:.-]+$/m);
    expect([...container.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from)).toEqual([
      ...["$" + "{BASE}", "$" + "{BASE}"],
    ]);
    expect(container + compose).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)|curl|wget/);
  });
});

describe("a server in a container or under systemd", () => {
  test("is nobody's account, writes to its own folder only, and can gain no rights", () => {
    expect(container).toMatch(/^USER 10001:10001$/m);
    for (const line of ["read_only: true", "cap_drop: [ALL]", '"no-new-privileges:true"'])
      expect(compose).toContain(line);
    for (const line of ["User=sorti", "ProtectSystem=strict", "NoNewPrivileges=true"])
      expect(unit).toContain(`\n${line}\n`);
    expect(unit).toContain("\nCapabilityBoundingSet=\n");
  });

  test("has longer than it needs to finish, and leaves no copy of its memory", () => {
    expect(unit).toMatch(/^TimeoutStopSec=15$/m);
    expect(compose).toContain("stop_grace_period: 15s");
    for (const line of ["LimitCORE=0", "MemorySwapMax=0"]) expect(unit).toContain(`\n${line}\n`);
  });

  test("is connected to a database of the collector that logs and archives nothing", () => {
    const [, collectors = ""] = compose.split("  collector-database:");
    for (const [name, value] of Object.entries(SERVER_SETTINGS))
      expect(collectors).toContain(`- -c${name}=${value}\n`);
    expect(collectors).toMatch(/logging:\n +driver: none/);
  });
});

describe("the proxy's example", () => {
  test("writes no line of any call anywhere, least of all of the survey's", () => {
    const logs = proxy.match(/^\s*(access_log|error_log) .*$/gm) ?? [];
    expect(new Set(logs.map((line) => line.trim()))).toEqual(
      new Set(["access_log off;", "error_log /dev/null crit;"]),
    );
    const servers = proxy.split(/^server \{$/m).slice(1);
    expect(servers).toHaveLength(2);
    const [, survey = ""] = proxy.split(/location ~\* (?=\S*api\/survey)/);
    for (const block of [...servers, survey.split("\n  }")[0] ?? ""]) {
      expect(block).toContain("access_log off;");
      expect(block).toContain("error_log /dev/null crit;");
    }
  });

  test("has a location for everything a leaver opens, however a mailer spells it", () => {
    const [, form = ""] = /location ~\* (\S+) \{/.exec(proxy) ?? [];
    const survey = new RegExp(form, "i");
    for (const path of ["/svar", "/svar%23x", "/svar/svar-x.js", "/SVAR", "/api/survey/responses"])
      expect(survey.test(path), path).toBe(true);
    for (const path of ["/withdraw", "/receipts/2026-Q3", "/exit-talk", "/api/reminders/x"])
      expect(survey.test(path), path).toBe(true);
    expect(survey.test("/hr")).toBe(false);
  });

  test("keeps no body on its disk, lets the largest import through, and refuses monitoring from outside", () => {
    for (const line of ["proxy_request_buffering off;", "proxy_max_temp_file_size 0;"])
      expect(proxy).toContain(line);
    const [, megabytes = "0"] = /client_max_body_size (\d+)m;/.exec(proxy) ?? [];
    expect(Number(megabytes) * 1024 * 1024).toBeGreaterThan(MAX_BYTES);
    expect(proxy).toMatch(/location = \/api\/metrics \{\n +return 404;/);
    expect(proxy).toContain("proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;");
  });
});
