-- Notification settings get a table of their own, with one row for each session.
CREATE TYPE "FollowUpAudience" AS ENUM ('nobody', 'tookPart', 'all');

CREATE TABLE "NotificationSettings" (
    "sessionId" UUID NOT NULL,
    "remindWeekBefore" BOOLEAN NOT NULL DEFAULT true,
    "remindDayBefore" BOOLEAN NOT NULL DEFAULT true,
    "remindHourBefore" BOOLEAN NOT NULL DEFAULT true,
    "remindOrganisers" BOOLEAN NOT NULL DEFAULT true,
    "followUpAudience" "FollowUpAudience" NOT NULL DEFAULT 'nobody',
    "materials" TEXT NOT NULL DEFAULT '',
    "evaluationUrl" TEXT,
    CONSTRAINT "NotificationSettings_pkey" PRIMARY KEY ("sessionId"),
    CONSTRAINT "NotificationSettings_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "NotificationSettings" SELECT "id", "remindWeekBefore", "remindDayBefore", "remindHourBefore", "remindOrganisers",
    (CASE "followUpAudience" WHEN 'took-part' THEN 'tookPart' WHEN 'all' THEN 'all' ELSE 'nobody' END)::"FollowUpAudience",
    "materials", "evaluationUrl" FROM "Session";

ALTER TABLE "Session"
    DROP COLUMN "remindWeekBefore",
    DROP COLUMN "remindDayBefore",
    DROP COLUMN "remindHourBefore",
    DROP COLUMN "remindOrganisers",
    DROP COLUMN "followUpAudience",
    DROP COLUMN "materials",
    DROP COLUMN "evaluationUrl";
