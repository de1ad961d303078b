-- A previewed custom message is kept until its organiser sends or discards it.
CREATE TABLE "CustomMessageDraft" (
    "sessionId" UUID NOT NULL,
    "organiserId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomMessageDraft_pkey" PRIMARY KEY ("sessionId", "organiserId")
);

ALTER TABLE "CustomMessageDraft" ADD CONSTRAINT "CustomMessageDraft_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CustomMessageDraft" ADD CONSTRAINT "CustomMessageDraft_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Organiser"("id") ON DELETE CASCADE ON UPDATE CASCADE;
