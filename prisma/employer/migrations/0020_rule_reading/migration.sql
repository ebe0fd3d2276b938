-- Which reading of "at least 10 % during at least 3 years" raises the flag is the region's decision too.
ALTER TABLE identity.policies
  ADD COLUMN "rule" TEXT NOT NULL DEFAULT 'each-year' CHECK ("rule" IN ('each-year', 'pooled', 'either'));
