-- Mail kinds and cancel reasons become enums under their standard names. A value that no version ever wrote stops the migration.

CREATE TYPE "MessageKind" AS ENUM ('confirmation', 'waitlisted', 'seatOffered', 'offerExpired', 'alreadyRegistered', 'release', 'reminderWeek', 'reminderDay', 'reminderHour', 'sessionChanged', 'sessionCancelled', 'registrationChanged', 'registrationCancelled', 'linkRecovery', 'transferred', 'followUp', 'questionDeadline', 'clarification', 'questionResult', 'customMessage', 'test', 'emailChangeConfirm', 'emailChanged', 'invitation', 'passwordReset', 'accountChanged');

CREATE TYPE "MessageCancelReason" AS ENUM ('expired', 'releaseSuperseded', 'alreadyReleased', 'registrationGone', 'erased', 'registrationCancelled', 'registrationRestored', 'noSeat', 'hasSeat', 'sessionCancelled', 'sessionMoved', 'sessionOver', 'superseded', 'linkSuperseded', 'accessEnded', 'stopped', 'notNotified', 'switchedOff', 'deadlinesChanged');

CREATE FUNCTION pg_temp.message_kind(kind TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS $$
    SELECT CASE kind
        WHEN 'waiting-list' THEN 'waitlisted'
        WHEN 'place-offered' THEN 'seatOffered'
        WHEN 'offer-expired' THEN 'offerExpired'
        WHEN 'already-registered' THEN 'alreadyRegistered'
        WHEN 'reminder-week' THEN 'reminderWeek'
        WHEN 'reminder-day' THEN 'reminderDay'
        WHEN 'reminder-hour' THEN 'reminderHour'
        WHEN 'changed' THEN 'sessionChanged'
        WHEN 'session-cancelled' THEN 'sessionCancelled'
        WHEN 'registration-changed' THEN 'registrationChanged'
        WHEN 'registration-cancelled' THEN 'registrationCancelled'
        WHEN 'lost-link' THEN 'linkRecovery'
        WHEN 'handed-over' THEN 'transferred'
        WHEN 'thanks' THEN 'followUp'
        WHEN 'question-deadline' THEN 'questionDeadline'
        WHEN 'outcome' THEN 'questionResult'
        WHEN 'letter' THEN 'customMessage'
        WHEN 'address-confirm' THEN 'emailChangeConfirm'
        WHEN 'address-changed' THEN 'emailChanged'
        WHEN 'password-reset' THEN 'passwordReset'
        WHEN 'account-changed' THEN 'accountChanged'
        ELSE kind
    END
$$;

CREATE FUNCTION pg_temp.cancel_reason(reason TEXT) RETURNS TEXT LANGUAGE SQL IMMUTABLE AS $$
    SELECT CASE reason
        WHEN 'release-superseded' THEN 'releaseSuperseded'
        WHEN 'already-released' THEN 'alreadyReleased'
        WHEN 'registration-gone' THEN 'registrationGone'
        WHEN 'registration-cancelled' THEN 'registrationCancelled'
        WHEN 'registration-restored' THEN 'registrationRestored'
        WHEN 'no-seat' THEN 'noSeat'
        WHEN 'has-seat' THEN 'hasSeat'
        WHEN 'session-cancelled' THEN 'sessionCancelled'
        WHEN 'session-moved' THEN 'sessionMoved'
        WHEN 'session-over' THEN 'sessionOver'
        WHEN 'link-superseded' THEN 'linkSuperseded'
        WHEN 'access-ended' THEN 'accessEnded'
        WHEN 'not-notified' THEN 'notNotified'
        WHEN 'switched-off' THEN 'switchedOff'
        WHEN 'deadlines-changed' THEN 'deadlinesChanged'
        ELSE reason
    END
$$;

UPDATE "Message" SET "details" = jsonb_set("details", '{test,kind}', to_jsonb(pg_temp.message_kind("details"#>>'{test,kind}')))
WHERE "details"#>>'{test,kind}' IS NOT NULL;

ALTER TABLE "Message"
    ALTER COLUMN "kind" TYPE "MessageKind" USING pg_temp.message_kind("kind")::"MessageKind",
    ALTER COLUMN "cancelReason" TYPE "MessageCancelReason" USING pg_temp.cancel_reason("cancelReason")::"MessageCancelReason";

ALTER TABLE "TemplateOverride" ALTER COLUMN "kind" TYPE "MessageKind" USING pg_temp.message_kind("kind")::"MessageKind";
