-- AuditEntry.action becomes an enum; before it was text such as 'session.created'. The subject type letter is renamed too.
CREATE TYPE "AuditAction" AS ENUM (
    'sessionCreated',
    'sessionCopied',
    'sessionEdited',
    'sessionPublished',
    'sessionUnpublished',
    'sessionArchived',
    'sessionRestored',
    'formQuestionAdded',
    'formQuestionReworded',
    'formQuestionMoved',
    'formQuestionRetired',
    'formQuestionRestored',
    'formQuestionDeleted',
    'agendaQuestionChosen',
    'sessionRescheduled',
    'sessionDeadlinesChanged',
    'sessionCapacityChanged',
    'sessionCancelled',
    'sessionReleased',
    'notificationSettingsSaved',
    'templateOverrideSaved',
    'programmeReordered',
    'registrationCreated',
    'registrationChanged',
    'emailChangeRequested',
    'emailChangeWithdrawn',
    'registrationCancelled',
    'registrationTransferred',
    'registrationTransferredToRegistrant',
    'registrationReceived',
    'seatReceived',
    'registrationRestored',
    'registrationWaitlisted',
    'registrationRestoredToWaitlist',
    'registrationReactivated',
    'registrationReactivatedOnWaitlist',
    'seatOffered',
    'seatOfferAccepted',
    'seatOfferDeclined',
    'seatOfferExpired',
    'meetingJoined',
    'confirmationResent',
    'noteAdded',
    'noteChanged',
    'noteDeleted',
    'registrationErased',
    'registrationsExported',
    'agendaQuestionTriaged',
    'askerCalled',
    'clarificationRequested',
    'clarificationRecorded',
    'resultTextSaved',
    'themeRenamed',
    'themesMerged',
    'triageRoundClosed',
    'triageRoundClosedWithOpenGuarantees',
    'triageRoundReopened',
    'resultsSent',
    'messageResent',
    'messageCancelled',
    'messagesCancelled',
    'messageFailureDismissed',
    'customMessageSent',
    'customMessageCancelled',
    'organiserCreated',
    'organiserInvited',
    'invitationResent',
    'invitationWithdrawn',
    'invitationAccepted',
    'organiserMadeAdmin',
    'organiserMadeStaff',
    'organiserAccessEnded',
    'organiserAccessRestored',
    'organiserRenamed',
    'passwordChanged',
    'passwordResetRequested',
    'passwordReset',
    'twoFactorEnabled',
    'twoFactorDisabled',
    'twoFactorReset',
    'recoveryCodesRenewed',
    'organiserErased',
    'needsPurged',
    'namesPurged',
    'personExported'
);

ALTER TABLE "AuditEntry" ALTER COLUMN "action" TYPE "AuditAction" USING (
    CASE "action"
        WHEN 'session.created' THEN 'sessionCreated'
        WHEN 'session.copied' THEN 'sessionCopied'
        WHEN 'session.edited' THEN 'sessionEdited'
        WHEN 'session.published' THEN 'sessionPublished'
        WHEN 'session.unpublished' THEN 'sessionUnpublished'
        WHEN 'session.archived' THEN 'sessionArchived'
        WHEN 'session.brought-back' THEN 'sessionRestored'
        WHEN 'session.question-added' THEN 'formQuestionAdded'
        WHEN 'session.question-reworded' THEN 'formQuestionReworded'
        WHEN 'session.question-moved' THEN 'formQuestionMoved'
        WHEN 'session.question-retired' THEN 'formQuestionRetired'
        WHEN 'session.question-asked-again' THEN 'formQuestionRestored'
        WHEN 'session.question-deleted' THEN 'formQuestionDeleted'
        WHEN 'session.question-to-treat-chosen' THEN 'agendaQuestionChosen'
        WHEN 'session.moved' THEN 'sessionRescheduled'
        WHEN 'session.deadlines-changed' THEN 'sessionDeadlinesChanged'
        WHEN 'session.capacity-changed' THEN 'sessionCapacityChanged'
        WHEN 'session.cancelled' THEN 'sessionCancelled'
        WHEN 'session.released' THEN 'sessionReleased'
        WHEN 'session.mail-plan-saved' THEN 'notificationSettingsSaved'
        WHEN 'session.mail-text-saved' THEN 'templateOverrideSaved'
        WHEN 'programme.ordered' THEN 'programmeReordered'
        WHEN 'registration.created' THEN 'registrationCreated'
        WHEN 'registration.changed' THEN 'registrationChanged'
        WHEN 'registration.address-asked' THEN 'emailChangeRequested'
        WHEN 'registration.address-kept' THEN 'emailChangeWithdrawn'
        WHEN 'registration.cancelled' THEN 'registrationCancelled'
        WHEN 'registration.handed-over' THEN 'registrationTransferred'
        WHEN 'registration.handed-over-known' THEN 'registrationTransferredToRegistrant'
        WHEN 'registration.taken-over' THEN 'registrationReceived'
        WHEN 'registration.place-received' THEN 'seatReceived'
        WHEN 'registration.restored' THEN 'registrationRestored'
        WHEN 'registration.created-waiting' THEN 'registrationWaitlisted'
        WHEN 'registration.restored-waiting' THEN 'registrationRestoredToWaitlist'
        WHEN 'registration.back' THEN 'registrationReactivated'
        WHEN 'registration.back-waiting' THEN 'registrationReactivatedOnWaitlist'
        WHEN 'registration.place-offered' THEN 'seatOffered'
        WHEN 'registration.place-taken' THEN 'seatOfferAccepted'
        WHEN 'registration.offer-declined' THEN 'seatOfferDeclined'
        WHEN 'registration.offer-expired' THEN 'seatOfferExpired'
        WHEN 'registration.took-part' THEN 'meetingJoined'
        WHEN 'registration.confirmation-resent' THEN 'confirmationResent'
        WHEN 'registration.note-added' THEN 'noteAdded'
        WHEN 'registration.note-changed' THEN 'noteChanged'
        WHEN 'registration.note-deleted' THEN 'noteDeleted'
        WHEN 'registration.erased' THEN 'registrationErased'
        WHEN 'registrations.exported' THEN 'registrationsExported'
        WHEN 'question.triaged' THEN 'agendaQuestionTriaged'
        WHEN 'question.asker-called' THEN 'askerCalled'
        WHEN 'question.clarification-asked' THEN 'clarificationRequested'
        WHEN 'question.clarification-kept' THEN 'clarificationRecorded'
        WHEN 'question.outcome-written' THEN 'resultTextSaved'
        WHEN 'theme.renamed' THEN 'themeRenamed'
        WHEN 'theme.merged' THEN 'themesMerged'
        WHEN 'round.closed' THEN 'triageRoundClosed'
        WHEN 'round.closed-with-promises-open' THEN 'triageRoundClosedWithOpenGuarantees'
        WHEN 'round.reopened' THEN 'triageRoundReopened'
        WHEN 'round.outcomes-sent' THEN 'resultsSent'
        WHEN 'message.sent-again' THEN 'messageResent'
        WHEN 'message.stopped' THEN 'messageCancelled'
        WHEN 'message.list-stopped' THEN 'messagesCancelled'
        WHEN 'message.settled' THEN 'messageFailureDismissed'
        WHEN 'letter.sent' THEN 'customMessageSent'
        WHEN 'letter.stopped' THEN 'customMessageCancelled'
        WHEN 'organiser.created' THEN 'organiserCreated'
        WHEN 'organiser.invited' THEN 'organiserInvited'
        WHEN 'organiser.invited-again' THEN 'invitationResent'
        WHEN 'organiser.invitation-withdrawn' THEN 'invitationWithdrawn'
        WHEN 'organiser.accepted' THEN 'invitationAccepted'
        WHEN 'organiser.made-admin' THEN 'organiserMadeAdmin'
        WHEN 'organiser.made-staff' THEN 'organiserMadeStaff'
        WHEN 'organiser.ended' THEN 'organiserAccessEnded'
        WHEN 'organiser.restored' THEN 'organiserAccessRestored'
        WHEN 'organiser.renamed' THEN 'organiserRenamed'
        WHEN 'organiser.password-changed' THEN 'passwordChanged'
        WHEN 'organiser.new-password-asked' THEN 'passwordResetRequested'
        WHEN 'organiser.new-password-chosen' THEN 'passwordReset'
        WHEN 'organiser.two-step-on' THEN 'twoFactorEnabled'
        WHEN 'organiser.two-step-off' THEN 'twoFactorDisabled'
        WHEN 'organiser.two-step-reset' THEN 'twoFactorReset'
        WHEN 'organiser.recovery-codes-renewed' THEN 'recoveryCodesRenewed'
        WHEN 'organiser.erased' THEN 'organiserErased'
        WHEN 'privacy.needs-erased' THEN 'needsPurged'
        WHEN 'privacy.names-erased' THEN 'namesPurged'
        WHEN 'privacy.person-exported' THEN 'personExported'
        ELSE "action"
    END
)::"AuditAction";

UPDATE "AuditEntry" SET "subjectType" = 'customMessage' WHERE "subjectType" = 'letter';
