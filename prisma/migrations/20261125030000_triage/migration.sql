ALTER TABLE "Question" ADD COLUMN "isAsked" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "Question_one_asked" ON "Question"("sessionId") WHERE "isAsked";

-- Until now every session came from the seed, and there the second question asks what somebody wants treated.
UPDATE "Question" SET "isAsked" = true WHERE "position" = 2;

CREATE TYPE "TriageState" AS ENUM ('fresh', 'awaiting', 'clarified', 'chosen', 'answered', 'inWriting', 'outside');

CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Theme_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "Theme_sessionId_nameKey_key" ON "Theme"("sessionId", "nameKey");

CREATE TABLE "Triage" (
    "answerId" UUID NOT NULL,
    "state" "TriageState" NOT NULL DEFAULT 'fresh',
    "themeId" UUID,
    "position" INTEGER NOT NULL,
    "ownerId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "clarification" TEXT NOT NULL DEFAULT '',
    "outcomeText" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    CONSTRAINT "Triage_pkey" PRIMARY KEY ("answerId"),
    CONSTRAINT "Triage_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Triage_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Triage_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organiser"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "Triage_themeId_idx" ON "Triage"("themeId");
CREATE INDEX "Triage_ownerId_idx" ON "Triage"("ownerId");

CREATE TABLE "ClarificationRequest" (
    "id" UUID NOT NULL,
    "answerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "way" "ContactWish" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    CONSTRAINT "ClarificationRequest_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ClarificationRequest_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClarificationRequest_in_an_agreed_way" CHECK ("way" <> 'none')
);
CREATE UNIQUE INDEX "ClarificationRequest_answerId_number_key" ON "ClarificationRequest"("answerId", "number");

CREATE TABLE "TriageClosing" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "openPromises" INTEGER NOT NULL,
    "why" TEXT,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedBy" TEXT NOT NULL,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenedBy" TEXT,
    CONSTRAINT "TriageClosing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "TriageClosing_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TriageClosing_broken_promise_has_a_word" CHECK ("openPromises" = 0 OR coalesce("why", '') <> '')
);
CREATE INDEX "TriageClosing_sessionId_idx" ON "TriageClosing"("sessionId");
CREATE UNIQUE INDEX "TriageClosing_one_at_a_time" ON "TriageClosing"("sessionId") WHERE "reopenedAt" IS NULL;
