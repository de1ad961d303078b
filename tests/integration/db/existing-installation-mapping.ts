import type { Mapping, Rows } from '@/tests/support/database/row-mapping'
import { auditActions } from './existing-installation-audit-actions'

/**
 * What the migrations after 20261129010000_asked_later change in existing rows: the only statement of it, read by
 * existing-installation.test.ts. Extend it in the commit that adds a migration. All keys are the names in the fixture.
 *
 * A renamed table:     tables: { Letter: 'CustomMessage' }
 * A renamed column:    columns: { Registration: { emailKey: 'normalizedEmail' } }
 * Renamed values:      values: { Triage: { state: { fresh: 'new', outside: 'outOfScope' } } }
 * A new column:        added: { Registration: { status: ({ cancelledAt }) => (cancelledAt ? 'cancelled' : 'confirmed') } }
 * A column that goes:  dropped: { Registration: ['waitingSince'] }
 * A split table:       moves: { Letter: (row, { renamed }) => ({ CustomMessage: [renamed], CustomMessageSelection: [{ … }] }) }
 * A new table:         created: { Setting: [] }
 */
const detailKeys: Record<string, string> = {
  linkVersion: 'tokenVersion',
  linkExpiresAt: 'tokenExpiresAt',
  addressRequestId: 'emailChangeRequestId',
  handedOver: 'isTransfer',
}

const messageKinds: Record<string, string> = {
  'waiting-list': 'waitlisted',
  'place-offered': 'seatOffered',
  'offer-expired': 'offerExpired',
  'already-registered': 'alreadyRegistered',
  'reminder-week': 'reminderWeek',
  'reminder-day': 'reminderDay',
  'reminder-hour': 'reminderHour',
  changed: 'sessionChanged',
  'session-cancelled': 'sessionCancelled',
  'registration-changed': 'registrationChanged',
  'registration-cancelled': 'registrationCancelled',
  'lost-link': 'linkRecovery',
  'handed-over': 'transferred',
  thanks: 'followUp',
  'question-deadline': 'questionDeadline',
  outcome: 'questionResult',
  letter: 'customMessage',
  'address-confirm': 'emailChangeConfirm',
  'address-changed': 'emailChanged',
  'password-reset': 'passwordReset',
  'account-changed': 'accountChanged',
}

function renameDetails(details: unknown): unknown {
  if (typeof details !== 'object' || details === null) return details
  const renamed = Object.fromEntries(Object.entries(details).map(([key, value]) => [detailKeys[key] ?? key, value]))
  const { test } = details as { test?: { kind: string } }
  return test ? { ...renamed, test: { ...test, kind: messageKinds[test.kind] ?? test.kind } } : renamed
}

const isFreed = (key: unknown) => String(key).startsWith('dropped:')
function resentId(key: unknown, rows: Rows): unknown {
  const id = /again:([0-9a-f-]{36}):\d+$/.exec(String(key))?.[1]
  return rows.Message?.find((message) => message.id === id)?.id ?? null
}

const contentColumns = [
  'renderedAt',
  'renderedSequence',
  'messageIdHeader',
  'toName',
  'toAddress',
  'replyToName',
  'replyToAddress',
  'subject',
  'html',
  'text',
  'calendar',
  'calendarMethod',
  'signingKeyId',
]

/** 'participant', 'system' or 'organiser:<id>' in one column becomes a type and an id. */
const actorColumns: Mapping['added'][string] = {
  actorType: ({ actor }) => String(actor).split(':')[0],
  actorId: ({ actor }) => String(actor).split(':')[1] ?? null,
}

/** An id without an organiser becomes null. */
const organiserOrNull =
  (column: string): Mapping['added'][string][string] =>
  (row, { Organiser = [] }) =>
    Organiser.some(({ id }) => id === row[column]) ? row[column] : null

/** Columns of Session that move to NotificationSettings. */
const notificationSettings = [
  'remindWeekBefore',
  'remindDayBefore',
  'remindHourBefore',
  'remindOrganisers',
  'thanksTo',
  'materials',
  'evaluationUrl',
]

export const mapping: Mapping = {
  tables: {
    SessionAddress: 'SessionSlug',
    Letter: 'CustomMessage',
    MailText: 'TemplateOverride',
    AddressRequest: 'EmailChangeRequest',
    LinkRequest: 'LinkRecoveryRequest',
    TriageClosing: 'TriageRound',
  },
  columns: {
    Registration: {
      emailKey: 'normalizedEmail',
      questionInTime: 'askedBeforeDeadline',
      submissionId: 'idempotencyKey',
      linkVersion: 'tokenVersion',
      waitingSince: 'waitlistedAt',
      handedOverToId: 'transferredToId',
    },
    Answer: { textInTime: 'textAtDeadline' },
    Question: { isAsked: 'isAgendaQuestion' },
    Message: {
      letterId: 'customMessageId',
      acceptedWith: 'smtpResponse',
      settledAt: 'dismissedAt',
      droppedAt: 'cancelledAt',
      dropReason: 'cancelReason',
      frozenAt: 'renderedAt',
      frozenSequence: 'renderedSequence',
      secretMark: 'signingKeyId',
    },
    Organiser: { linkVersion: 'tokenVersion', linkExpiresAt: 'tokenExpiresAt' },
    AddressRequest: { linkVersion: 'tokenVersion' },
    LinkRequest: { askedAt: 'requestedAt' },
    Triage: { outcomeText: 'resultText', textBefore: 'textAtDecision' },
    Theme: { nameKey: 'normalizedName' },
    ClarificationRequest: { way: 'channel', askedAt: 'requestedAt' },
    TriageClosing: { openPromises: 'openGuarantees', why: 'explanation' },
  },
  values: {
    AuditEntry: { action: auditActions, subjectType: { letter: 'customMessage' } },
    Question: { options: (lines) => (lines === '' ? [] : String(lines).split('\n')) },
    Triage: {
      state: {
        fresh: 'new',
        awaiting: 'awaitingClarification',
        inWriting: 'answerInWriting',
        outside: 'outOfScope',
      },
    },
    MailText: { kind: messageKinds },
    // The author of this note has no account any more.
    RegistrationNote: { createdBy: { '00000000-0000-4000-8000-0000000000ff': null } },
    Message: {
      kind: messageKinds,
      dedupeKey: (key) => (isFreed(key) ? null : key),
      details: renameDetails,
      dropReason: {
        'release-superseded': 'releaseSuperseded',
        'already-released': 'alreadyReleased',
        'registration-gone': 'registrationGone',
        'registration-cancelled': 'registrationCancelled',
        'registration-restored': 'registrationRestored',
        'no-place': 'noSeat',
        'has-place': 'hasSeat',
        'session-cancelled': 'sessionCancelled',
        'session-moved': 'sessionMoved',
        'session-over': 'sessionOver',
        overtaken: 'superseded',
        'link-superseded': 'linkSuperseded',
        'access-ended': 'accessEnded',
        'not-told': 'notNotified',
        'switched-off': 'switchedOff',
        'deadlines-changed': 'deadlinesChanged',
      },
    },
  },
  added: {
    Registration: { addressSequence: () => 0 },
    LinkRequest: { sessionId: () => null },
    Message: {
      resendOfId: ({ dedupeKey }, rows) => resentId(dedupeKey, rows),
      batchId: () => null,
      uncertainAttempts: () => 0,
    },
    Release: { releasedBy: organiserOrNull('releasedBy') },
    Letter: { createdBy: organiserOrNull('createdBy'), registrationId: () => null },
    ClarificationRequest: { requestedBy: organiserOrNull('askedBy') },
    TriageClosing: { closedBy: organiserOrNull('closedBy'), reopenedBy: organiserOrNull('reopenedBy') },
    AuditEntry: actorColumns,
    RegistrationChange: actorColumns,
  },
  dropped: {
    Release: ['releasedBy'],
    Letter: ['createdBy'],
    ClarificationRequest: ['askedBy'],
    TriageClosing: ['closedBy', 'reopenedBy'],
    Session: notificationSettings,
    AuditEntry: ['actor'],
    RegistrationChange: ['actor'],
  },
  moves: {
    Message: (_, { renamed }) => {
      const content = Object.fromEntries(contentColumns.map((column) => [column, renamed[column]]))
      const message = Object.fromEntries(Object.entries(renamed).filter(([column]) => !(column in content)))
      const isRendered = content.renderedAt !== null
      return { Message: [message], MessageContent: isRendered ? [{ id: renamed.id, ...content }] : [] }
    },
    Session: (row, { renamed }) => {
      const { thanksTo, ...settings } = Object.fromEntries(notificationSettings.map((name) => [name, row[name]]))
      const followUpAudience = thanksTo === 'took-part' ? 'tookPart' : (thanksTo ?? 'nobody')
      const added = { followUpAudience, notifyWaitlist: true }
      return { Session: [renamed], NotificationSettings: [{ sessionId: row.id, ...settings, ...added }] }
    },
  },
  created: { BounceMailbox: [], MailPace: [], PendingRegistration: [], CustomMessageDraft: [] },
}
