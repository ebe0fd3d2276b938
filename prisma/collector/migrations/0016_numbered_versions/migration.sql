-- The time alone does not tell which of two versions is the newer, when both came in the same moment.
-- The sequence numbers the versions that are here; later ones are numbered under the lock they are stored under.
ALTER TABLE operator.questionnaires ADD COLUMN "number" SERIAL;
ALTER TABLE operator.questionnaires ALTER COLUMN "number" DROP DEFAULT;
DROP SEQUENCE operator.questionnaires_number_seq;
CREATE UNIQUE INDEX "questionnaires_number_key" ON operator.questionnaires ("number");
