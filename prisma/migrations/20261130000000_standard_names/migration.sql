-- Renames tables, columns, enum values, constraints and indexes to the terms of docs/glossary.md. Rows keep their content.

ALTER TABLE "Registration" RENAME COLUMN "emailKey" TO "normalizedEmail";
ALTER TABLE "Registration" RENAME COLUMN "questionInTime" TO "askedBeforeDeadline";
ALTER TABLE "Registration" RENAME COLUMN "submissionId" TO "idempotencyKey";
ALTER TABLE "Registration" RENAME COLUMN "linkVersion" TO "tokenVersion";
ALTER TABLE "Registration" RENAME COLUMN "waitingSince" TO "waitlistedAt";
ALTER TABLE "Registration" RENAME COLUMN "handedOverToId" TO "transferredToId";
ALTER TABLE "Registration" RENAME CONSTRAINT "Registration_handedOverToId_fkey" TO "Registration_transferredToId_fkey";
ALTER TABLE "Registration" RENAME CONSTRAINT "Registration_offer_to_who_waits" TO "Registration_offer_requires_waitlist";
ALTER TABLE "Registration" RENAME CONSTRAINT "Registration_phone_only_when_wished" TO "Registration_phone_requires_wish";
ALTER INDEX "Registration_sessionId_emailKey_key" RENAME TO "Registration_sessionId_normalizedEmail_key";
ALTER INDEX "Registration_handedOverToId_idx" RENAME TO "Registration_transferredToId_idx";

ALTER TABLE "Answer" RENAME COLUMN "textInTime" TO "textAtDeadline";

ALTER TABLE "Session" RENAME COLUMN "thanksTo" TO "followUpAudience";
ALTER TABLE "Session" RENAME CONSTRAINT "Session_moments_in_order" TO "Session_times_in_order";
ALTER TABLE "Session" RENAME CONSTRAINT "Session_thanks_to_somebody" TO "Session_follow_up_audience_known";
ALTER TABLE "Session" RENAME CONSTRAINT "Session_opens_in_time" TO "Session_opens_before_question_deadline";
ALTER TABLE "Session" RENAME CONSTRAINT "Session_room_for_somebody" TO "Session_capacity_in_range";

ALTER TABLE "SessionAddress" RENAME TO "SessionSlug";
ALTER TABLE "SessionSlug" RENAME CONSTRAINT "SessionAddress_pkey" TO "SessionSlug_pkey";
ALTER TABLE "SessionSlug" RENAME CONSTRAINT "SessionAddress_sessionId_fkey" TO "SessionSlug_sessionId_fkey";
ALTER INDEX "SessionAddress_sessionId_idx" RENAME TO "SessionSlug_sessionId_idx";

ALTER TABLE "Question" RENAME COLUMN "isAsked" TO "isAgendaQuestion";
ALTER INDEX "Question_one_asked" RENAME TO "Question_one_agenda_question";

ALTER TABLE "Letter" RENAME TO "CustomMessage";
ALTER TABLE "CustomMessage" RENAME CONSTRAINT "Letter_pkey" TO "CustomMessage_pkey";
ALTER TABLE "CustomMessage" RENAME CONSTRAINT "Letter_sessionId_fkey" TO "CustomMessage_sessionId_fkey";
ALTER INDEX "Letter_sessionId_idx" RENAME TO "CustomMessage_sessionId_idx";

ALTER TABLE "MailText" RENAME TO "TemplateOverride";
ALTER TABLE "TemplateOverride" RENAME CONSTRAINT "MailText_pkey" TO "TemplateOverride_pkey";
ALTER TABLE "TemplateOverride" RENAME CONSTRAINT "MailText_sessionId_fkey" TO "TemplateOverride_sessionId_fkey";

ALTER TABLE "Message" RENAME COLUMN "letterId" TO "customMessageId";
ALTER TABLE "Message" RENAME COLUMN "acceptedWith" TO "smtpResponse";
ALTER TABLE "Message" RENAME COLUMN "settledAt" TO "dismissedAt";
ALTER TABLE "Message" RENAME COLUMN "droppedAt" TO "cancelledAt";
ALTER TABLE "Message" RENAME COLUMN "dropReason" TO "cancelReason";
ALTER TABLE "Message" RENAME COLUMN "frozenAt" TO "renderedAt";
ALTER TABLE "Message" RENAME COLUMN "frozenSequence" TO "renderedSequence";
ALTER TABLE "Message" RENAME COLUMN "secretMark" TO "signingKeyId";
ALTER TABLE "Message" RENAME CONSTRAINT "Message_letterId_fkey" TO "Message_customMessageId_fkey";
ALTER TABLE "Message" RENAME CONSTRAINT "Message_one_end" TO "Message_single_final_state";
ALTER INDEX "Message_letterId_idx" RENAME TO "Message_customMessageId_idx";

ALTER TABLE "Organiser" RENAME COLUMN "linkVersion" TO "tokenVersion";
ALTER TABLE "Organiser" RENAME COLUMN "linkExpiresAt" TO "tokenExpiresAt";

ALTER TABLE "AddressRequest" RENAME TO "EmailChangeRequest";
ALTER TABLE "EmailChangeRequest" RENAME COLUMN "linkVersion" TO "tokenVersion";
ALTER TABLE "EmailChangeRequest" RENAME CONSTRAINT "AddressRequest_pkey" TO "EmailChangeRequest_pkey";
ALTER TABLE "EmailChangeRequest" RENAME CONSTRAINT "AddressRequest_registrationId_fkey" TO "EmailChangeRequest_registrationId_fkey";
ALTER INDEX "AddressRequest_registrationId_idx" RENAME TO "EmailChangeRequest_registrationId_idx";

ALTER TABLE "LinkRequest" RENAME TO "LinkRecoveryRequest";
ALTER TABLE "LinkRecoveryRequest" RENAME COLUMN "askedAt" TO "requestedAt";
ALTER TABLE "LinkRecoveryRequest" RENAME CONSTRAINT "LinkRequest_pkey" TO "LinkRecoveryRequest_pkey";
ALTER INDEX "LinkRequest_askedAt_idx" RENAME TO "LinkRecoveryRequest_requestedAt_idx";

ALTER TYPE "TriageState" RENAME VALUE 'fresh' TO 'new';
ALTER TYPE "TriageState" RENAME VALUE 'awaiting' TO 'awaitingClarification';
ALTER TYPE "TriageState" RENAME VALUE 'inWriting' TO 'answerInWriting';
ALTER TYPE "TriageState" RENAME VALUE 'outside' TO 'outOfScope';
ALTER TABLE "Triage" RENAME COLUMN "outcomeText" TO "resultText";
ALTER TABLE "Triage" RENAME COLUMN "textBefore" TO "textAtDecision";

ALTER TABLE "Theme" RENAME COLUMN "nameKey" TO "normalizedName";
ALTER INDEX "Theme_sessionId_nameKey_key" RENAME TO "Theme_sessionId_normalizedName_key";

ALTER TABLE "ClarificationRequest" RENAME COLUMN "way" TO "channel";
ALTER TABLE "ClarificationRequest" RENAME COLUMN "askedAt" TO "requestedAt";
ALTER TABLE "ClarificationRequest" RENAME COLUMN "askedBy" TO "requestedBy";
ALTER TABLE "ClarificationRequest" RENAME CONSTRAINT "ClarificationRequest_in_an_agreed_way" TO "ClarificationRequest_channel_agreed";

ALTER TABLE "TriageClosing" RENAME TO "TriageRound";
ALTER TABLE "TriageRound" RENAME COLUMN "openPromises" TO "openGuarantees";
ALTER TABLE "TriageRound" RENAME COLUMN "why" TO "explanation";
ALTER TABLE "TriageRound" RENAME CONSTRAINT "TriageClosing_pkey" TO "TriageRound_pkey";
ALTER TABLE "TriageRound" RENAME CONSTRAINT "TriageClosing_sessionId_fkey" TO "TriageRound_sessionId_fkey";
ALTER TABLE "TriageRound" RENAME CONSTRAINT "TriageClosing_broken_promise_has_a_word" TO "TriageRound_open_guarantees_need_explanation";
ALTER INDEX "TriageClosing_sessionId_idx" RENAME TO "TriageRound_sessionId_idx";
ALTER INDEX "TriageClosing_one_at_a_time" RENAME TO "TriageRound_one_closed_per_session";

-- Keys of Message.details and reasons of cancelled messages.
UPDATE "Message" SET "details" = "details" - 'linkVersion' || jsonb_build_object('tokenVersion', "details"->'linkVersion') WHERE "details" ? 'linkVersion';
UPDATE "Message" SET "details" = "details" - 'linkExpiresAt' || jsonb_build_object('tokenExpiresAt', "details"->'linkExpiresAt') WHERE "details" ? 'linkExpiresAt';
UPDATE "Message" SET "details" = "details" - 'addressRequestId' || jsonb_build_object('emailChangeRequestId', "details"->'addressRequestId') WHERE "details" ? 'addressRequestId';
UPDATE "Message" SET "details" = "details" - 'handedOver' || jsonb_build_object('isTransfer', "details"->'handedOver') WHERE "details" ? 'handedOver';
UPDATE "Message" SET "cancelReason" = 'no-seat' WHERE "cancelReason" = 'no-place';
UPDATE "Message" SET "cancelReason" = 'has-seat' WHERE "cancelReason" = 'has-place';
UPDATE "Message" SET "cancelReason" = 'superseded' WHERE "cancelReason" = 'overtaken';
UPDATE "Message" SET "cancelReason" = 'not-notified' WHERE "cancelReason" = 'not-told';
