-- Colleagues who share a mailbox each have a registration of their own.
ALTER TABLE "Registration" ADD COLUMN "addressSequence" INTEGER NOT NULL DEFAULT 0;
DROP INDEX "Registration_sessionId_normalizedEmail_key";
CREATE UNIQUE INDEX "Registration_sessionId_normalizedEmail_addressSequence_key"
  ON "Registration"("sessionId", "normalizedEmail", "addressSequence");
CREATE INDEX "Registration_sessionId_idempotencyKey_idx" ON "Registration"("sessionId", "idempotencyKey");

CREATE TABLE "PendingRegistration" (
  "id" UUID NOT NULL,
  "registrationId" UUID NOT NULL,
  "idempotencyKey" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "input" JSONB NOT NULL,
  "askedBeforeDeadline" BOOLEAN NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PendingRegistration_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PendingRegistration_registrationId_idx" ON "PendingRegistration"("registrationId");
CREATE INDEX "PendingRegistration_idempotencyKey_idx" ON "PendingRegistration"("idempotencyKey");
ALTER TABLE "PendingRegistration" ADD CONSTRAINT "PendingRegistration_registrationId_fkey"
  FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
