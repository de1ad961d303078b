import type { TableColumns } from '@/lib/privacy/data-register'

/**
 * Columns that tell nothing about a person: ids, versions, technical timestamps and texts meant for publication. A test fails
 * for a column that is neither here nor in the register.
 */
export const nonPersonalColumns: TableColumns = {
  Registration: 'id sessionId tokenVersion version erasedAt',
  Answer: 'id registrationId questionId',
  RegistrationChange: 'id registrationId',
  LinkRecoveryRequest: 'id sessionId',
  EmailChangeRequest: 'id registrationId tokenVersion',
  PendingRegistration: 'id registrationId',
  RegistrationNote: 'id registrationId',
  Triage: 'answerId themeId position version',
  Theme: 'id sessionId normalizedName position',
  ClarificationRequest: 'id answerId number',
  TriageRound: 'id sessionId openGuarantees closedAt reopenedAt',
  Message: `
    id kind dedupeKey sessionId registrationId organiserId customMessageId resendOfId batchId releaseNumber createdAt
    dueAt expiresAt claimToken claimedUntil attempts firstAttemptAt maybeDuplicate uncertainAttempts sentAt failedAt dismissedAt
    cancelledAt cancelReason`,
  MessageContent: 'id renderedAt renderedSequence calendarMethod signingKeyId',
  BounceMailbox: 'id address uidValidity lastUid failure failingSince',
  MailPace: 'id nextAt',
  MailPause: 'id since until reason',
  CustomMessage: 'id sessionId createdAt',
  CustomMessageDraft: 'id sessionId',
  TemplateOverride: 'sessionId kind subject text updatedAt',
  AuditEntry: 'id',
  Organiser: 'id tokenVersion tokenExpiresAt',
  Login: 'id userId expiresAt updatedAt',
  Account: 'id userId accessTokenExpiresAt refreshTokenExpiresAt createdAt updatedAt',
  TwoFactor: 'id userId verified failedVerificationCount lockedUntil',
  Verification: 'id expiresAt createdAt updatedAt',
  RateLimit: 'expire',
  Session: `
    id slug title summary body audience organisedBy startsAt endsAt questionDeadlineAt registrationOpensAt
    registrationClosesAt capacity publishedAt archivedAt cancelledAt cancelReason calendarSequence version createdAt`,
  NotificationSettings: `
    sessionId remindWeekBefore remindDayBefore remindHourBefore remindOrganisers notifyWaitlist followUpAudience
    materials evaluationUrl`,
  SessionSlug: 'slug sessionId',
  Release: 'id sessionId number onlineLink agenda releasedAt',
  Question: 'id sessionId position label hint required isAgendaQuestion kind options retiredAt version',
}

/** Lists `Table.column` for each column. */
export const qualifiedColumns = (columns: TableColumns) =>
  Object.entries(columns).flatMap(([table, names]) => (names.match(/\S+/g) ?? []).map((name) => `${table}.${name}`))
