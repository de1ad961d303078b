-- Columns that name an organiser become foreign keys. They turn NULL when that account is erased.
ALTER TABLE "Release" ALTER COLUMN "releasedBy" DROP NOT NULL;
UPDATE "Release" SET "releasedBy" = NULL WHERE "releasedBy" NOT IN (SELECT "id" FROM "Organiser");
ALTER TABLE "CustomMessage" ALTER COLUMN "createdBy" DROP NOT NULL;
UPDATE "CustomMessage" SET "createdBy" = NULL WHERE "createdBy" NOT IN (SELECT "id" FROM "Organiser");
ALTER TABLE "ClarificationRequest" ALTER COLUMN "requestedBy" DROP NOT NULL;
UPDATE "ClarificationRequest" SET "requestedBy" = NULL WHERE "requestedBy" NOT IN (SELECT "id" FROM "Organiser");
ALTER TABLE "TriageRound" ALTER COLUMN "closedBy" DROP NOT NULL;
UPDATE "TriageRound" SET "closedBy" = NULL WHERE "closedBy" NOT IN (SELECT "id" FROM "Organiser");
UPDATE "TriageRound" SET "reopenedBy" = NULL WHERE "reopenedBy" NOT IN (SELECT "id" FROM "Organiser");

ALTER TABLE "Release" ADD CONSTRAINT "Release_releasedBy_fkey"
    FOREIGN KEY ("releasedBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CustomMessage" ADD CONSTRAINT "CustomMessage_createdBy_fkey"
    FOREIGN KEY ("createdBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ClarificationRequest" ADD CONSTRAINT "ClarificationRequest_requestedBy_fkey"
    FOREIGN KEY ("requestedBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TriageRound"
    ADD CONSTRAINT "TriageRound_closedBy_fkey"
    FOREIGN KEY ("closedBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    ADD CONSTRAINT "TriageRound_reopenedBy_fkey"
    FOREIGN KEY ("reopenedBy") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE;
