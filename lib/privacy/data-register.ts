/**
 * How long a category is kept. `needs` and `names` count from the end of the session, `auditLog` from the action, `account`
 * from the end of access. `redacted` and `permanent` stay with the session; from `redacted`, names are removed when `names`
 * ends. `shortLived` is deleted within a day after it expired.
 */
export const retentionClasses = [
  'needs',
  'names',
  'redacted',
  'permanent',
  'auditLog',
  'account',
  'shortLived',
] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** Article of the GDPR (EU 2016/679): 6(1)(f), 6(1)(a), and 6(1)(a) with 9(2)(a) for data that may concern health. */
export type LegalBasis = 'legitimateInterest' | 'consent' | 'explicitConsent'

/** Speakers read a category without names. */
export type Reader = 'organisers' | 'speakers' | 'public' | 'mailProvider'

/** Column names per table. */
export type TableColumns = Readonly<Record<string, readonly string[]>>

type RegisterEntry = {
  legalBasis: LegalBasis
  readers: readonly Reader[]
  retention: RetentionClass
  columns: TableColumns
}

/**
 * Record of processing: every personal column, why it may be kept, its readers and its retention. The privacy page, the
 * explanations beside form fields and the tests of the purge job are derived from it.
 */
export const dataRegister = {
  name: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'names',
    columns: { Registration: ['name'] },
  },
  email: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
    columns: { Registration: ['email', 'normalizedEmail'] },
  },
  workplace: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
    columns: { Registration: ['municipalityCode', 'organisation'] },
  },
  role: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'names',
    columns: { Registration: ['role'] },
  },
  answers: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
    columns: { Answer: ['text', 'textAtDeadline'] },
  },
  contactWish: {
    legalBasis: 'consent',
    readers: ['organisers'],
    retention: 'permanent',
    columns: { Registration: ['contactWish'] },
  },
  phone: {
    legalBasis: 'consent',
    readers: ['organisers'],
    retention: 'needs',
    columns: { Registration: ['phone'] },
  },
  needs: {
    legalBasis: 'explicitConsent',
    readers: ['organisers'],
    retention: 'needs',
    columns: { Registration: ['needs'] },
  },
  registrationHistory: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'permanent',
    columns: {
      Registration: [
        'createdAt',
        'cancelledAt',
        'waitlistedAt',
        'offerExpiresAt',
        'tookPartAt',
        'transferredToId',
        'askedBeforeDeadline',
      ],
    },
  },
  formSubmission: {
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'names',
    columns: { Registration: ['idempotencyKey'] },
  },
  notes: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'needs',
    columns: { RegistrationNote: ['text', 'createdAt', 'createdBy', 'editedAt'], Triage: ['note'] },
  },
  changes: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'needs',
    columns: {
      RegistrationChange: ['at', 'actor', 'field', 'before', 'after'],
      EmailChangeRequest: ['email', 'oldEmail', 'requestedAt', 'expiresAt', 'confirmedAt'],
    },
  },
  triage: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
    columns: { Triage: ['state'], Theme: ['name'], ClarificationRequest: ['channel', 'requestedAt'] },
  },
  triageTexts: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'names',
    columns: { Triage: ['clarification', 'resultText', 'textAtDecision'], TriageRound: ['explanation'] },
  },
  messages: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
    columns: {
      Message: [
        'toName',
        'toAddress',
        'replyToName',
        'replyToAddress',
        'subject',
        'html',
        'text',
        'calendar',
        'details',
        'lastError',
        'smtpResponse',
        'messageIdHeader',
      ],
    },
  },
  customMessages: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
    columns: { CustomMessage: ['subject', 'text', 'selection'] },
  },
  auditLog: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'auditLog',
    columns: { AuditEntry: ['at', 'actor', 'action', 'subjectType', 'subjectId', 'details'] },
  },
  account: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'account',
    columns: {
      Organiser: [
        'name',
        'email',
        'emailVerified',
        'image',
        'role',
        'createdAt',
        'updatedAt',
        'acceptedAt',
        'endedAt',
        'lastLoginAt',
        'twoFactorEnabled',
      ],
    },
  },
  credentials: {
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'account',
    columns: {
      Account: ['accountId', 'providerId', 'issuer', 'accessToken', 'refreshToken', 'idToken', 'scope', 'password'],
      TwoFactor: ['secret', 'backupCodes'],
    },
  },
  logins: {
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
    columns: { Login: ['token', 'ipAddress', 'userAgent', 'createdAt'], Verification: ['identifier', 'value'] },
  },
  linkRecovery: {
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
    columns: { LinkRecoveryRequest: ['email', 'requestedAt'] },
  },
  rateLimits: {
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
    columns: { RateLimit: ['key', 'points'] },
  },
  contact: {
    legalBasis: 'legitimateInterest',
    readers: ['public'],
    retention: 'permanent',
    columns: { Session: ['contactName', 'contactEmail'] },
  },
  actorReferences: {
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'permanent',
    columns: {
      Release: ['releasedBy'],
      CustomMessage: ['createdBy'],
      TriageRound: ['closedBy', 'reopenedBy'],
      ClarificationRequest: ['requestedBy'],
      Triage: ['ownerId'],
    },
  },
} satisfies Record<string, RegisterEntry>

export type DataCategory = keyof typeof dataRegister

/** Lists `Table.column` for each column. */
export const qualifiedColumns = (columns: TableColumns) =>
  Object.entries(columns).flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
