-- An actor becomes a type and, for an organiser, an id; before it was 'participant', 'system' or 'organiser:<id>' in one column.
CREATE TYPE "ActorType" AS ENUM ('participant', 'organiser', 'system');

ALTER TABLE "AuditEntry" ADD COLUMN "actorType" "ActorType", ADD COLUMN "actorId" TEXT;
UPDATE "AuditEntry" SET "actorType" = split_part("actor", ':', 1)::"ActorType", "actorId" = substring("actor" FROM '^organiser:(.*)$');
ALTER TABLE "AuditEntry"
    ALTER COLUMN "actorType" SET NOT NULL,
    DROP COLUMN "actor",
    ADD CONSTRAINT "AuditEntry_organiser_has_id" CHECK (("actorType" = 'organiser') = ("actorId" IS NOT NULL));
CREATE INDEX "AuditEntry_actorId_idx" ON "AuditEntry"("actorId");

ALTER TABLE "RegistrationChange" ADD COLUMN "actorType" "ActorType", ADD COLUMN "actorId" TEXT;
UPDATE "RegistrationChange" SET "actorType" = split_part("actor", ':', 1)::"ActorType", "actorId" = substring("actor" FROM '^organiser:(.*)$');
ALTER TABLE "RegistrationChange"
    ALTER COLUMN "actorType" SET NOT NULL,
    DROP COLUMN "actor",
    ADD CONSTRAINT "RegistrationChange_organiser_has_id" CHECK (("actorType" = 'organiser') = ("actorId" IS NOT NULL));
