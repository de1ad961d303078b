-- How far the mailbox with bounces was read, and why it cannot be read now. At most one row.
CREATE TABLE "BounceMailbox" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "address" TEXT NOT NULL,
  "uidValidity" BIGINT NOT NULL DEFAULT 0,
  "lastUid" BIGINT NOT NULL DEFAULT 0,
  "failure" TEXT,
  "failingSince" TIMESTAMPTZ(3),
  CONSTRAINT "BounceMailbox_pkey" PRIMARY KEY ("id")
);

-- A bounce names its mail by the Message-ID.
CREATE INDEX "MessageContent_messageIdHeader_idx" ON "MessageContent"("messageIdHeader");
