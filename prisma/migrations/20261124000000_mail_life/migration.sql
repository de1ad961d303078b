ALTER TABLE "Session"
    ADD COLUMN "remindWeekBefore" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "remindDayBefore" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "remindHourBefore" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "remindOrganisers" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "thanksTo" TEXT,
    ADD COLUMN "materials" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "evaluationUrl" TEXT,
    ADD CONSTRAINT "Session_thanks_to_somebody" CHECK ("thanksTo" IN ('took-part', 'all'));

ALTER TABLE "Registration"
    ADD COLUMN "linkVersion" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "tookPartAt" TIMESTAMPTZ(3);

CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "onlineLink" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedBy" TEXT NOT NULL,
    CONSTRAINT "Release_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Release_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Release_https_only" CHECK ("onlineLink" LIKE 'https://%')
);
CREATE UNIQUE INDEX "Release_sessionId_number_key" ON "Release"("sessionId", "number");

CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Letter_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Letter_sessionId_idx" ON "Letter"("sessionId");

CREATE TABLE "MailText" (
    "sessionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "MailText_pkey" PRIMARY KEY ("sessionId", "kind"),
    CONSTRAINT "MailText_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "Message"
    ADD COLUMN "organiserId" TEXT,
    ADD COLUMN "letterId" UUID,
    ADD COLUMN "releaseNumber" INTEGER,
    ADD COLUMN "details" JSONB,
    ADD CONSTRAINT "Message_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    ADD CONSTRAINT "Message_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "Message_organiserId_idx" ON "Message"("organiserId");
CREATE INDEX "Message_letterId_idx" ON "Message"("letterId");
