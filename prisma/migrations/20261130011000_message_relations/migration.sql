-- What dedupe keys said becomes columns: "again:<message>:<number>" marks a resend, "dropped:<message>:<key>" a freed key.
-- From here on a dedupe key is only compared for equality; a freed key is NULL.
ALTER TABLE "Message"
    ADD COLUMN "resendOfId" UUID,
    ADD COLUMN "batchId" UUID,
    ALTER COLUMN "dedupeKey" DROP NOT NULL;

UPDATE "Message" AS resend SET "resendOfId" = original."id"
FROM "Message" AS original
WHERE resend."dedupeKey" ~ '^(dropped:[0-9a-f-]{36}:)?again:'
    AND original."id"::text = (regexp_match(resend."dedupeKey", 'again:([0-9a-f-]{36}):[0-9]+$'))[1];

UPDATE "Message" SET "dedupeKey" = NULL WHERE "dedupeKey" LIKE 'dropped:%';

CREATE INDEX "Message_resendOfId_idx" ON "Message"("resendOfId");

ALTER TABLE "Message" ADD CONSTRAINT "Message_resendOfId_fkey"
    FOREIGN KEY ("resendOfId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
