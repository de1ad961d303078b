/**
 * How long a category of personal data is kept. `needs` and `names` count from the end of the session, `auditLog` from
 * the action, `account` from the end of access. `redacted` and `permanent` stay with the session; names are removed
 * from `redacted` when `names` ends. `shortLived` is deleted within a day after it expired.
 */
export type RetentionClass = 'needs' | 'names' | 'redacted' | 'permanent' | 'auditLog' | 'account' | 'shortLived'

/** Legal basis (GDPR, EU 2016/679): article 6(1)(f); 6(1)(a); 6(1)(a) with 9(2)(a) for data that may concern health. */
export type LegalBasis = 'legitimateInterest' | 'consent' | 'explicitConsent'

/** Who can read a category of personal data. For `speakers`, names are redacted. */
export type Reader = 'organisers' | 'speakers' | 'public' | 'mailProvider'

/** Maps a database table to its column names, separated by white space. */
export type TableColumns = Record<string, string>

const category = (
  retention: RetentionClass,
  readers: Reader[],
  columns: TableColumns,
  legalBasis: LegalBasis = 'legitimateInterest',
) => ({ retention, readers, columns, legalBasis })

/** Categories of data that registrants fill in about themselves. Each form field explains the purpose of its data. */
const formRegister = {
  name: category('names', ['organisers'], { Registration: 'name' }),
  email: category('names', ['organisers', 'mailProvider'], { Registration: 'email normalizedEmail addressSequence' }),
  workplace: category('redacted', ['organisers', 'speakers'], { Registration: 'municipalityCode organisation' }),
  role: category('names', ['organisers'], { Registration: 'role' }),
  answers: category('redacted', ['organisers', 'speakers'], { Answer: 'text textAtDeadline' }),
  contactWish: category('permanent', ['organisers'], { Registration: 'contactWish' }, 'consent'),
  phone: category('needs', ['organisers'], { Registration: 'phone' }, 'consent'),
  needs: category('needs', ['organisers'], { Registration: 'needs' }, 'explicitConsent'),
}

/** Categories of data about registrants that the site adds. */
const derivedRegister = {
  registrationHistory: category('permanent', ['organisers'], {
    Registration: 'createdAt cancelledAt waitlistedAt offerExpiresAt tookPartAt transferredToId askedBeforeDeadline',
  }),
  formSubmission: category('names', [], { Registration: 'idempotencyKey' }),
  notes: category('needs', ['organisers'], { RegistrationNote: 'text createdAt createdBy editedAt', Triage: 'note' }),
  changes: category('needs', ['organisers'], {
    RegistrationChange: 'at actorType actorId field before after',
    EmailChangeRequest: 'email oldEmail requestedAt expiresAt confirmedAt',
  }),
  triage: category('redacted', ['organisers', 'speakers'], {
    Triage: 'state',
    Theme: 'name',
    ClarificationRequest: 'channel requestedAt',
  }),
  triageTexts: category('names', ['organisers', 'speakers'], {
    Triage: 'clarification resultText textAtDecision',
    TriageRound: 'explanation',
  }),
  messages: category('names', ['organisers', 'mailProvider'], {
    Message: 'details lastError smtpResponse',
    MessageContent: 'toName toAddress replyToName replyToAddress subject html text calendar messageIdHeader',
  }),
  customMessages: category('names', ['organisers', 'mailProvider'], {
    CustomMessage: 'registrationId subject text selection',
    CustomMessageDraft: 'registrationId subject text selection',
  }),
  auditLog: category('auditLog', ['organisers'], {
    AuditEntry: 'at actorType actorId action subjectType subjectId details',
  }),
  pendingRegistration: category('shortLived', ['mailProvider'], {
    PendingRegistration: 'idempotencyKey name input askedBeforeDeadline createdAt expiresAt',
  }),
  linkRecovery: category('shortLived', [], { LinkRecoveryRequest: 'email requestedAt' }),
  rateLimits: category('shortLived', [], { RateLimit: 'key points' }),
}

const organiserRegister = {
  account: category('account', ['organisers'], {
    Organiser:
      'name email emailVerified image role createdAt updatedAt acceptedAt endedAt lastLoginAt twoFactorEnabled',
  }),
  credentials: category('account', [], {
    Account: 'accountId providerId issuer accessToken refreshToken idToken scope password',
    TwoFactor: 'secret backupCodes',
  }),
  logins: category('shortLived', [], {
    Login: 'token ipAddress userAgent createdAt',
    Verification: 'identifier value',
  }),
  actorReferences: category('permanent', ['organisers'], {
    Release: 'releasedBy',
    CustomMessage: 'createdBy',
    CustomMessageDraft: 'organiserId updatedAt',
    TriageRound: 'closedBy reopenedBy',
    ClarificationRequest: 'requestedBy',
    Triage: 'ownerId',
  }),
  contact: category('permanent', ['public'], { Session: 'contactName contactEmail' }),
}

/**
 * Record of processing: the columns, legal basis, readers and retention of every category of personal data. The privacy
 * page, the explanations beside form fields and the tests of the purge job are derived from it.
 */
export const dataRegister = { ...formRegister, ...derivedRegister, ...organiserRegister }
export type DataCategory = keyof typeof dataRegister

export type FormDataCategory = keyof typeof formRegister

/** Maps each section of the privacy page to the categories that it describes. */
export const dataCategories = {
  form: Object.keys(formRegister) as FormDataCategory[],
  derived: Object.keys(derivedRegister) as DataCategory[],
  organiser: Object.keys(organiserRegister) as DataCategory[],
}
