-- A version of the questionnaire is kept as it came in: nobody changes or removes one, and its name is its content.
CREATE FUNCTION operator.versions_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a version of the questionnaire is kept as it is';
  END IF;
  IF NEW.hash IS DISTINCT FROM encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'a version of the questionnaire is named by its checksum';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION operator.versions_are_kept() FROM PUBLIC;

CREATE TRIGGER kept BEFORE INSERT OR UPDATE OR DELETE ON operator.questionnaires
  FOR EACH ROW EXECUTE FUNCTION operator.versions_are_kept();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON operator.questionnaires
  FOR EACH STATEMENT EXECUTE FUNCTION operator.versions_are_kept();
