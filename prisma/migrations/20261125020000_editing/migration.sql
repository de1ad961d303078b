ALTER TABLE "Session"
    ADD COLUMN "registrationOpensAt" TIMESTAMPTZ(3),
    ADD COLUMN "archivedAt" TIMESTAMPTZ(3),
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT "Session_opens_in_time" CHECK ("registrationOpensAt" < "questionDeadlineAt");

CREATE TABLE "SessionAddress" (
    "slug" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    CONSTRAINT "SessionAddress_pkey" PRIMARY KEY ("slug"),
    CONSTRAINT "SessionAddress_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SessionAddress_sessionId_idx" ON "SessionAddress"("sessionId");
INSERT INTO "SessionAddress" ("slug", "sessionId") SELECT "slug", "id" FROM "Session";

CREATE TYPE "QuestionKind" AS ENUM ('text', 'one', 'several');

ALTER TABLE "Question"
    ADD COLUMN "kind" "QuestionKind" NOT NULL DEFAULT 'text',
    ADD COLUMN "options" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "retiredAt" TIMESTAMPTZ(3),
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
