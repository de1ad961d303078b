ALTER TABLE "Registration" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "AuditEntry" ADD COLUMN "details" JSONB;

CREATE TABLE "RegistrationNote" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    CONSTRAINT "RegistrationNote_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RegistrationNote_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "RegistrationNote_registrationId_idx" ON "RegistrationNote"("registrationId");
