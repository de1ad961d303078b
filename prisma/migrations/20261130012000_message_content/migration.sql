-- Splits the rendered content from the delivery job. A message has content once it was rendered.
CREATE TABLE "MessageContent" (
    "id" UUID NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL,
    "renderedSequence" INTEGER,
    "messageIdHeader" TEXT,
    "toName" TEXT,
    "toAddress" TEXT,
    "replyToName" TEXT,
    "replyToAddress" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "calendar" TEXT,
    "calendarMethod" TEXT,
    "signingKeyId" TEXT,

    CONSTRAINT "MessageContent_pkey" PRIMARY KEY ("id")
);

-- Every version stored the content together with the instant of rendering.
INSERT INTO "MessageContent" SELECT "id", "renderedAt", "renderedSequence", "messageIdHeader", "toName", "toAddress", "replyToName",
    "replyToAddress", "subject", "html", "text", "calendar", "calendarMethod", "signingKeyId"
FROM "Message" WHERE "renderedAt" IS NOT NULL;

ALTER TABLE "MessageContent" ADD CONSTRAINT "MessageContent_id_fkey"
    FOREIGN KEY ("id") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Message"
    DROP COLUMN "renderedAt",
    DROP COLUMN "renderedSequence",
    DROP COLUMN "messageIdHeader",
    DROP COLUMN "toName",
    DROP COLUMN "toAddress",
    DROP COLUMN "replyToName",
    DROP COLUMN "replyToAddress",
    DROP COLUMN "subject",
    DROP COLUMN "html",
    DROP COLUMN "text",
    DROP COLUMN "calendar",
    DROP COLUMN "calendarMethod",
    DROP COLUMN "signingKeyId";
