-- A few rows of the demonstration as the first release kept them, by the first two migrations. Never changed again.
INSERT INTO identity.units VALUES
  ('R', 'Region Norrsjö', 'region', NULL, NULL, '2019-01', NULL, '{}'),
  ('VC1', 'Björkens vårdcentral', 'centre', 'R', 'stad', '2019-01', NULL, '{}'),
  ('VC2', 'Älvens vårdcentral', 'centre', 'R', 'land', '2024-07', NULL, '{VC9}');
INSERT INTO identity.headcount VALUES ('VC1', '2026-06', '', 41), ('VC1', '2026-06', 'nurse', 17), ('VC2', '2026-06', '', 23);
INSERT INTO identity.imports VALUES
  ('00000000-0000-4000-8000-000000000001', 'departures', 'aa', '2026-07-01T08:00:00Z', 'hr', '{"added": 2}', '2026-07-02T09:30:00Z', 'auditor'),
  ('00000000-0000-4000-8000-000000000002', 'departures', 'bb', '2026-08-01T08:00:00Z', 'hr', '{"added": 1}', NULL, NULL);
INSERT INTO identity.departures VALUES
  ('00000000-0000-4000-8000-000000000011', 'p-1', 'VC1', '2026-07-31', 'resignation', 'one@norrsjo.example', NULL, 'sv', 'email', false, '00000000-0000-4000-8000-000000000001'),
  ('00000000-0000-4000-8000-000000000012', 'p-2', 'VC2', '2026-08-15', 'retirement', NULL, NULL, 'en', 'letter', true, '00000000-0000-4000-8000-000000000001'),
  ('00000000-0000-4000-8000-000000000013', 'p-3', 'VC2', '2026-08-31', 'resignation', NULL, 'three@home.example', 'sv', 'email', false, '00000000-0000-4000-8000-000000000002');
INSERT INTO identity.invitations VALUES
  ('00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000011', 'leaver', 'email', '2026-07-17', '2026-09-29', 'sent', NULL, '2026-07-17T07:00:00Z', false),
  ('00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000012', 'retiree', 'letter', '2026-08-01', '2026-10-14', 'waiting', NULL, NULL, false);
INSERT INTO identity.exit_talks VALUES
  ('00000000-0000-4000-8000-000000000031', '00000000-0000-4000-8000-000000000011', 'cc', 'offered', NULL, NULL);
INSERT INTO identity.explanations VALUES
  ('00000000-0000-4000-8000-000000000041', 'VC1', 'Sommarens schema lades sent.', 'Verksamhetschefen', '2026-08-20', 'Protokoll 12', '2026-Q3', '2027-Q2');
INSERT INTO identity.actions VALUES
  ('00000000-0000-4000-8000-000000000051', 'VC1', 'Schemat läggs åtta veckor i förväg.', 'Verksamhetschefen', '2026-08-21', '2027-02-01', 'Uppföljning i ledningsgruppen', 'ongoing');
INSERT INTO identity.policies VALUES
  ('2024-Q1', 0.1, 3, false, 'Beslut i regionstyrelsen'), ('2026-Q1', 0.08, 2, true, 'Ny gräns');
INSERT INTO identity.users VALUES ('00000000-0000-4000-8000-000000000061', 'hr@norrsjo.example', 'Hanna', '{hr}', true);
INSERT INTO identity.accesses VALUES ('00000000-0000-4000-8000-000000000071', 'hr', '/hr/units/VC1', '2026-08-20T10:00:00Z');
INSERT INTO issuer.links VALUES (decode(repeat('01', 32), 'hex'), '2026-07-17', '2026-09-29', 'VC1', 'leaver', 'sv');
INSERT INTO issuer.redemptions VALUES (decode(repeat('02', 32), 'hex'), decode(repeat('03', 32), 'hex'), '2026-Q3');
INSERT INTO issuer.rounds VALUES ('2026-Q2', 'n-of-q2', 'AQAB', 'destroyed', 31), ('2026-Q3', 'n-of-q3', 'AQAB', 'issuing', NULL);
