-- Which endings on the employer's initiative are invited is the region's decision too; a death never is.
ALTER TABLE identity.policies
  ADD COLUMN "employer_side" TEXT[] NOT NULL DEFAULT '{}'
    CHECK ("employer_side" <@ ARRAY['fixed_term_end', 'transfer', 'redundancy', 'other']);
