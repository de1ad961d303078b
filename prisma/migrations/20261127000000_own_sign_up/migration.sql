CREATE TABLE "RegistrationChange" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "RegistrationChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RegistrationChange_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "RegistrationChange_registrationId_idx" ON "RegistrationChange"("registrationId");
