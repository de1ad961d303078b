-- Finds registrations by address over all sessions, for link recovery, subject access and erasure.
CREATE INDEX "Registration_normalizedEmail_idx" ON "Registration"("normalizedEmail");

-- Makes the author of a note a foreign key. It is NULL when that account no longer exists.
ALTER TABLE "RegistrationNote" ALTER COLUMN "createdBy" DROP NOT NULL;
UPDATE "RegistrationNote" AS n SET "createdBy" = NULL
  WHERE NOT EXISTS (SELECT 1 FROM "Organiser" AS o WHERE o."id" = n."createdBy");
ALTER TABLE "RegistrationNote" ADD CONSTRAINT "RegistrationNote_createdBy_fkey"
  FOREIGN KEY ("createdBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "RegistrationNote_createdBy_idx" ON "RegistrationNote"("createdBy");
