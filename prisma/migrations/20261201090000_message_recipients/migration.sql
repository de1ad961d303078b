-- A custom message can go to one person; erasing that person deletes it. An organiser has a draft for each such person.
ALTER TABLE "CustomMessage" ADD COLUMN "registrationId" UUID;
CREATE INDEX "CustomMessage_registrationId_idx" ON "CustomMessage"("registrationId");
ALTER TABLE "CustomMessage" ADD CONSTRAINT "CustomMessage_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CustomMessageDraft" DROP CONSTRAINT "CustomMessageDraft_pkey",
    ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN "registrationId" UUID,
    ADD CONSTRAINT "CustomMessageDraft_pkey" PRIMARY KEY ("id");
ALTER TABLE "CustomMessageDraft" ALTER COLUMN "id" DROP DEFAULT;
CREATE UNIQUE INDEX "CustomMessageDraft_sessionId_organiserId_registrationId_key" ON "CustomMessageDraft"("sessionId", "organiserId", "registrationId") NULLS NOT DISTINCT;
ALTER TABLE "CustomMessageDraft" ADD CONSTRAINT "CustomMessageDraft_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
