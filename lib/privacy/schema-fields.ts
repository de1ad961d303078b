/**
 * How long something is kept. `needs` and `names` count from when a kennissessie was over, `trail` from the deed. `nameless`
 * stays without what names its writer, `account` goes a trail's term after somebody's access ended, `brief` a day at
 * most after it ended by itself, and `stays` with the kennissessie.
 */
export const terms = ['needs', 'names', 'nameless', 'stays', 'trail', 'account', 'brief'] as const
export type Term = (typeof terms)[number]

/**
 * On what it rests in the AVG (Regulation (EU) 2016/679): `interest` is article 6(1)(f), `consent` 6(1)(a), and `explicit`
 * that with 9(2)(a), for what may tell of somebody's health.
 */
export type Ground = 'interest' | 'consent' | 'explicit'

/** `speakers` read it without names; `mail` is whoever carries our mail. */
export type Reader = 'organisers' | 'speakers' | 'everybody' | 'mail'

type Field = { columns: readonly string[]; ground: Ground; readers: readonly Reader[]; kept: Term }

/**
 * Everything personal that is kept: in which columns, why it may be, who reads it and how long it stays. The page about
 * privacy, the words beside each field, the erasing and its test all read this table.
 */
export const personalFields = {
  name: { columns: ['Registration.name'], ground: 'interest', readers: ['organisers'], kept: 'names' },
  email: {
    columns: ['Registration.email', 'Registration.emailKey'],
    ground: 'interest',
    readers: ['organisers', 'mail'],
    kept: 'names',
  },
  workplace: {
    columns: ['Registration.municipalityCode', 'Registration.organisation'],
    ground: 'interest',
    readers: ['organisers', 'speakers'],
    kept: 'nameless',
  },
  role: { columns: ['Registration.role'], ground: 'interest', readers: ['organisers'], kept: 'names' },
  answers: {
    columns: ['Answer.text', 'Answer.textInTime'],
    ground: 'interest',
    readers: ['organisers', 'speakers'],
    kept: 'nameless',
  },
  contactWish: { columns: ['Registration.contactWish'], ground: 'consent', readers: ['organisers'], kept: 'stays' },
  phone: { columns: ['Registration.phone'], ground: 'consent', readers: ['organisers'], kept: 'needs' },
  needs: { columns: ['Registration.needs'], ground: 'explicit', readers: ['organisers'], kept: 'needs' },
  course: {
    columns: [
      'Registration.createdAt',
      'Registration.cancelledAt',
      'Registration.waitingSince',
      'Registration.offerExpiresAt',
      'Registration.tookPartAt',
      'Registration.handedOverToId',
      'Registration.questionInTime',
    ],
    ground: 'interest',
    readers: ['organisers'],
    kept: 'stays',
  },
  form: { columns: ['Registration.submissionId'], ground: 'interest', readers: [], kept: 'names' },
  notes: {
    columns: [
      'RegistrationNote.text',
      'RegistrationNote.createdAt',
      'RegistrationNote.createdBy',
      'RegistrationNote.editedAt',
    ],
    ground: 'interest',
    readers: ['organisers'],
    kept: 'needs',
  },
  changes: {
    columns: [
      'RegistrationChange.at',
      'RegistrationChange.actor',
      'RegistrationChange.field',
      'RegistrationChange.before',
      'RegistrationChange.after',
      'AddressRequest.email',
      'AddressRequest.oldEmail',
      'AddressRequest.requestedAt',
      'AddressRequest.expiresAt',
      'AddressRequest.confirmedAt',
    ],
    ground: 'interest',
    readers: ['organisers'],
    kept: 'needs',
  },
  treatment: {
    columns: [
      'Triage.state',
      'Triage.note',
      'Triage.clarification',
      'Triage.outcomeText',
      'Triage.textBefore',
      'Theme.name',
      'TriageClosing.why',
      'ClarificationRequest.way',
      'ClarificationRequest.askedAt',
    ],
    ground: 'interest',
    readers: ['organisers', 'speakers'],
    kept: 'nameless',
  },
  mails: {
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
      'Message.acceptedWith',
      'Message.messageIdHeader',
    ],
    ground: 'interest',
    readers: ['organisers', 'mail'],
    kept: 'names',
  },
  letters: {
    columns: ['Letter.subject', 'Letter.text', 'Letter.selection'],
    ground: 'interest',
    readers: ['organisers', 'mail'],
    kept: 'names',
  },
  trail: {
    columns: [
      'AuditEntry.at',
      'AuditEntry.actor',
      'AuditEntry.action',
      'AuditEntry.subjectType',
      'AuditEntry.subjectId',
      'AuditEntry.details',
    ],
    ground: 'interest',
    readers: ['organisers'],
    kept: 'trail',
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
    ground: 'interest',
    readers: ['organisers'],
    kept: 'account',
  },
  waysIn: {
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
    ground: 'interest',
    readers: [],
    kept: 'account',
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
    ground: 'interest',
    readers: [],
    kept: 'brief',
  },
  lostLink: {
    columns: ['LinkRequest.email', 'LinkRequest.askedAt'],
    ground: 'interest',
    readers: [],
    kept: 'brief',
  },
  limits: { columns: ['RateLimit.key', 'RateLimit.points'], ground: 'interest', readers: [], kept: 'brief' },
  contact: {
    columns: ['Session.contactName', 'Session.contactEmail'],
    ground: 'interest',
    readers: ['everybody'],
    kept: 'stays',
  },
  doneBy: {
    columns: [
      'Release.releasedBy',
      'Letter.createdBy',
      'TriageClosing.closedBy',
      'TriageClosing.reopenedBy',
      'ClarificationRequest.askedBy',
      'Triage.ownerId',
    ],
    ground: 'interest',
    readers: ['organisers'],
    kept: 'stays',
  },
} as const satisfies Record<string, Field>

export type PersonalField = keyof typeof personalFields
