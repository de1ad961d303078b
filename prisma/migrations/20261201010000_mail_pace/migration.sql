-- Counts the attempts without an answer after the body, so that a mail is not repeated without end.
ALTER TABLE "Message" ADD COLUMN "uncertainAttempts" INTEGER NOT NULL DEFAULT 0;

-- From when on the next mail may be sent, for a mail server that takes a limited number each minute. At most one row.
CREATE TABLE "MailPace" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "nextAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "MailPace_pkey" PRIMARY KEY ("id")
);
