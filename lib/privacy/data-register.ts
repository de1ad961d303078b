/**
 * How long something is kept. `needs` and `names` count from when a kennissessie was over, `trail` from the deed. `nameless`
 * stays without what names its writer, `account` goes a trail's term after somebody's access ended, `brief` a day at
 * most after it ended by itself, and `stays` with the kennissessie.
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

/**
 * On what it rests in the AVG (Regulation (EU) 2016/679): `interest` is article 6(1)(f), `consent` 6(1)(a), and `explicit`
 * that with 9(2)(a), for what may tell of somebody's health.
 */
export type LegalBasis = 'legitimateInterest' | 'consent' | 'explicitConsent'

/** `speakers` read it without names; `mail` is whoever carries our mail. */
export type Reader = 'organisers' | 'speakers' | 'public' | 'mailProvider'

type RegisterEntry = {
  columns: readonly string[]
  legalBasis: LegalBasis
  readers: readonly Reader[]
  retention: RetentionClass
}

/**
 * Everything personal that is kept: in which columns, why it may be, who reads it and how long it stays. The page about
 * privacy, the words beside each field, the erasing and its test all read this table.
 */
export const dataRegister = {
  name: {
    columns: ['Registration.name'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'names',
  },
  email: {
    columns: ['Registration.email', 'Registration.normalizedEmail'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
  },
  workplace: {
    columns: ['Registration.municipalityCode', 'Registration.organisation'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
  },
  role: {
    columns: ['Registration.role'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'names',
  },
  answers: {
    columns: ['Answer.text', 'Answer.textAtDeadline'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
  },
  contactWish: {
    columns: ['Registration.contactWish'],
    legalBasis: 'consent',
    readers: ['organisers'],
    retention: 'permanent',
  },
  phone: { columns: ['Registration.phone'], legalBasis: 'consent', readers: ['organisers'], retention: 'needs' },
  needs: {
    columns: ['Registration.needs'],
    legalBasis: 'explicitConsent',
    readers: ['organisers'],
    retention: 'needs',
  },
  registrationHistory: {
    columns: [
      'Registration.createdAt',
      'Registration.cancelledAt',
      'Registration.waitlistedAt',
      'Registration.offerExpiresAt',
      'Registration.tookPartAt',
      'Registration.transferredToId',
      'Registration.askedBeforeDeadline',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'permanent',
  },
  formSubmission: {
    columns: ['Registration.idempotencyKey'],
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'names',
  },
  notes: {
    columns: [
      'RegistrationNote.text',
      'RegistrationNote.createdAt',
      'RegistrationNote.createdBy',
      'RegistrationNote.editedAt',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'needs',
  },
  changes: {
    columns: [
      'RegistrationChange.at',
      'RegistrationChange.actorType',
      'RegistrationChange.actorId',
      'RegistrationChange.field',
      'RegistrationChange.before',
      'RegistrationChange.after',
      'EmailChangeRequest.email',
      'EmailChangeRequest.oldEmail',
      'EmailChangeRequest.requestedAt',
      'EmailChangeRequest.expiresAt',
      'EmailChangeRequest.confirmedAt',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'needs',
  },
  triage: {
    columns: [
      'Triage.state',
      'Triage.note',
      'Triage.clarification',
      'Triage.resultText',
      'Triage.textAtDecision',
      'Theme.name',
      'TriageRound.explanation',
      'ClarificationRequest.channel',
      'ClarificationRequest.requestedAt',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'speakers'],
    retention: 'redacted',
  },
  messages: {
    columns: [
      'Message.toName',
      'Message.toAddress',
      'Message.replyToName',
      'Message.replyToAddress',
      'Message.subject',
      'Message.html',
      'Message.text',
      'Message.calendar',
      'Message.details',
      'Message.lastError',
      'Message.smtpResponse',
      'Message.messageIdHeader',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
  },
  customMessages: {
    columns: ['CustomMessage.subject', 'CustomMessage.text', 'CustomMessage.selection'],
    legalBasis: 'legitimateInterest',
    readers: ['organisers', 'mailProvider'],
    retention: 'names',
  },
  auditLog: {
    columns: [
      'AuditEntry.at',
      'AuditEntry.actorType',
      'AuditEntry.actorId',
      'AuditEntry.action',
      'AuditEntry.subjectType',
      'AuditEntry.subjectId',
      'AuditEntry.details',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'auditLog',
  },
  account: {
    columns: [
      'Organiser.name',
      'Organiser.email',
      'Organiser.emailVerified',
      'Organiser.image',
      'Organiser.role',
      'Organiser.createdAt',
      'Organiser.updatedAt',
      'Organiser.acceptedAt',
      'Organiser.endedAt',
      'Organiser.lastLoginAt',
      'Organiser.twoFactorEnabled',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'account',
  },
  credentials: {
    columns: [
      'Account.accountId',
      'Account.providerId',
      'Account.issuer',
      'Account.accessToken',
      'Account.refreshToken',
      'Account.idToken',
      'Account.scope',
      'Account.password',
      'TwoFactor.secret',
      'TwoFactor.backupCodes',
    ],
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'account',
  },
  logins: {
    columns: [
      'Login.token',
      'Login.ipAddress',
      'Login.userAgent',
      'Login.createdAt',
      'Verification.identifier',
      'Verification.value',
    ],
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
  },
  linkRecovery: {
    columns: ['LinkRecoveryRequest.email', 'LinkRecoveryRequest.requestedAt'],
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
  },
  rateLimits: {
    columns: ['RateLimit.key', 'RateLimit.points'],
    legalBasis: 'legitimateInterest',
    readers: [],
    retention: 'shortLived',
  },
  contact: {
    columns: ['Session.contactName', 'Session.contactEmail'],
    legalBasis: 'legitimateInterest',
    readers: ['public'],
    retention: 'permanent',
  },
  actorReferences: {
    columns: [
      'Release.releasedBy',
      'CustomMessage.createdBy',
      'TriageRound.closedBy',
      'TriageRound.reopenedBy',
      'ClarificationRequest.requestedBy',
      'Triage.ownerId',
    ],
    legalBasis: 'legitimateInterest',
    readers: ['organisers'],
    retention: 'permanent',
  },
} as const satisfies Record<string, RegisterEntry>

export type DataCategory = keyof typeof dataRegister
