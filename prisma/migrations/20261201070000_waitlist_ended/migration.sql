-- Participants who are still on the waitlist when registration has closed hear that no seat came free.
ALTER TYPE "MessageKind" ADD VALUE 'waitlistEnded';
ALTER TABLE "NotificationSettings" ADD COLUMN "notifyWaitlist" BOOLEAN NOT NULL DEFAULT true;

-- A personal link can be requested on the page of a session, for that session only.
ALTER TABLE "LinkRecoveryRequest" ADD COLUMN "sessionId" UUID;
