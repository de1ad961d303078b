-- What was asked in time stays promised when it is changed later on.
ALTER TABLE "Answer" ADD COLUMN "textInTime" TEXT;

-- What a question was when it was last decided about.
ALTER TABLE "Triage" ADD COLUMN "textBefore" TEXT;

CREATE TABLE "AddressRequest" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "oldEmail" TEXT NOT NULL,
    "linkVersion" INTEGER NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    CONSTRAINT "AddressRequest_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "AddressRequest_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "AddressRequest_registrationId_idx" ON "AddressRequest"("registrationId");
