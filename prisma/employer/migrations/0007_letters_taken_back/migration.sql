-- A letter that was taken back goes with its invitation; its number stays until the code would have stopped working,
-- so that an envelope which lies somewhere can be told, and the number is not drawn again meanwhile.
CREATE TABLE "letters"."taken_back" (
    "number" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "was" TEXT NOT NULL,

    CONSTRAINT "taken_back_pkey" PRIMARY KEY ("number")
);

GRANT SELECT, INSERT ON letters.taken_back TO sorti_identity;
GRANT SELECT ON letters.taken_back TO sorti_printer;
