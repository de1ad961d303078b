import type { Mapping } from '@/tests/support/database/row-mapping'
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

function renameDetailKeys(details: unknown): unknown {
  if (typeof details !== 'object' || details === null) return details
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [detailKeys[key] ?? key, value]))
}

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
    Message: {
      details: renameDetailKeys,
      dropReason: {
        'no-place': 'no-seat',
        'has-place': 'has-seat',
        overtaken: 'superseded',
        'not-told': 'not-notified',
      },
    },
  },
  added: {
    Release: { releasedBy: organiserOrNull('releasedBy') },
    Letter: { createdBy: organiserOrNull('createdBy') },
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
    Session: (row, { renamed }) => {
      const { thanksTo, ...settings } = Object.fromEntries(notificationSettings.map((name) => [name, row[name]]))
      const followUpAudience = thanksTo === 'took-part' ? 'tookPart' : (thanksTo ?? 'nobody')
      return { Session: [renamed], NotificationSettings: [{ sessionId: row.id, ...settings, followUpAudience }] }
    },
  },
  created: {},
}
