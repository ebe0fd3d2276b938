-- Which endings on the employer's initiative are invited is the region's decision too; a death never is.
ALTER TABLE identity.policies
  ADD COLUMN "employer_side" TEXT[] DEFAULT ARRAY[]::TEXT[]
    CHECK ("employer_side" <@ ARRAY['fixed_term_end', 'transfer', 'redundancy', 'other']);
