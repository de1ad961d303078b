import type { AuditAction } from '@/lib/audit/schema'

/** Maps each category of the audit log to its actions and their labels. The log can be filtered by category. */
export const auditActionLabels = {
  session: {
    sessionCreated: 'Kennissessie gemaakt',
    sessionCopied: 'Kennissessie gekopieerd',
    sessionEdited: 'Kennissessie bewerkt',
    sessionPublished: 'Kennissessie gepubliceerd',
    sessionUnpublished: 'Kennissessie van de site gehaald',
    sessionArchived: 'Kennissessie opgeborgen',
    sessionRestored: 'Kennissessie teruggehaald',
    formQuestionAdded: 'Vraag aan het formulier toegevoegd',
    formQuestionReworded: 'Vraag van het formulier anders gesteld',
    formQuestionMoved: 'Vraag van het formulier verplaatst',
    formQuestionRetired: 'Vraag van het formulier gehaald',
    formQuestionRestored: 'Vraag weer op het formulier gezet',
    formQuestionDeleted: 'Vraag verwijderd',
    agendaQuestionChosen: 'Gekozen welke vraag in de vragenronde komt',
    sessionRescheduled: 'Kennissessie verplaatst',
    sessionDeadlinesChanged: 'Termijnen veranderd',
    sessionCapacityChanged: 'Aantal plaatsen veranderd',
    sessionCancelled: 'Kennissessie laten vervallen',
    sessionReleased: 'Link en agenda vrijgegeven',
    notificationSettingsSaved: 'Automatische mails ingesteld',
    templateOverrideSaved: 'Tekst van een mail aangepast',
    programmeReordered: 'Volgorde van het programma veranderd',
  },
  registration: {
    registrationCreated: 'Aangemeld',
    registrationChanged: 'Aanmelding veranderd',
    emailChangeRequested: 'Ander e-mailadres gevraagd',
    emailChangeWithdrawn: 'Ander e-mailadres ingetrokken',
    registrationCancelled: 'Afgemeld',
    registrationTransferred: 'Plek doorgegeven',
    registrationTransferredToRegistrant: 'Plek doorgegeven aan wie al op de lijst stond',
    registrationReceived: 'Aanmelding van een collega gekregen',
    seatReceived: 'Plek van een collega gekregen',
    registrationRestored: 'Aanmelding hersteld',
    registrationWaitlisted: 'Aangemeld voor de wachtlijst',
    registrationRestoredToWaitlist: 'Hersteld, op de wachtlijst',
    registrationReactivated: 'Opnieuw aangemeld',
    registrationReactivatedOnWaitlist: 'Opnieuw aangemeld, voor de wachtlijst',
    seatOffered: 'Plek aangeboden',
    seatOfferAccepted: 'Plek genomen',
    seatOfferDeclined: 'Plek niet genomen',
    seatOfferExpired: 'Aangeboden plek verlopen',
    meetingJoined: 'Meegedaan',
    confirmationResent: 'Bevestiging opnieuw gestuurd',
    noteAdded: 'Notitie gemaakt',
    noteChanged: 'Notitie veranderd',
    noteDeleted: 'Notitie verwijderd',
    registrationErased: 'Aanmelding op verzoek gewist',
    registrationsExported: 'Aanmeldingen gedownload',
  },
  question: {
    agendaQuestionTriaged: 'Vraag ingedeeld',
    askerCalled: 'Over een vraag gebeld',
    clarificationRequested: 'Toelichting gevraagd',
    clarificationRecorded: 'Toelichting bewaard',
    resultTextSaved: 'Eigen tekst over een vraag geschreven',
    themeRenamed: 'Thema anders genoemd',
    themesMerged: 'Thema’s samengevoegd',
    triageRoundClosed: 'Vragenronde afgesloten',
    triageRoundClosedWithOpenGuarantees: 'Vragenronde afgesloten met open vragen',
    triageRoundReopened: 'Vragenronde weer geopend',
    resultsSent: 'Iedereen gemaild wat er met de vraag gebeurde',
  },
  mail: {
    messageResent: 'Mail opnieuw gestuurd',
    messageCancelled: 'Mail gestopt',
    messagesCancelled: 'Alle mails van een lijst gestopt',
    messageFailureDismissed: 'Mislukte mail geregeld',
    customMessageSent: 'Eigen bericht gestuurd',
    customMessageCancelled: 'Eigen bericht gestopt',
  },
  organiser: {
    organiserCreated: 'Account gemaakt bij het starten van de site',
    organiserInvited: 'Uitgenodigd',
    invitationResent: 'Opnieuw uitgenodigd',
    invitationWithdrawn: 'Uitnodiging teruggetrokken',
    invitationAccepted: 'Uitnodiging aangenomen',
    organiserMadeAdmin: 'Beheerder gemaakt',
    organiserMadeStaff: 'Medewerker gemaakt',
    organiserAccessEnded: 'Toegang beëindigd',
    organiserAccessRestored: 'Weer toegang gegeven',
    organiserRenamed: 'Naam veranderd',
    passwordChanged: 'Wachtwoord veranderd',
    passwordResetRequested: 'Link voor een nieuw wachtwoord gevraagd',
    passwordReset: 'Nieuw wachtwoord gekozen',
    twoFactorEnabled: 'Inloggen in twee stappen aangezet',
    twoFactorDisabled: 'Inloggen in twee stappen uitgezet',
    twoFactorReset: 'Inloggen in twee stappen uitgezet voor een collega',
    recoveryCodesRenewed: 'Nieuwe herstelcodes gemaakt',
    loginsBlocked: 'Inloggen een kwartier geblokkeerd na verkeerde wachtwoorden of codes',
    loggedOutEverywhere: 'Overal uitgelogd',
    organiserErased: 'Account gewist',
  },
  privacy: {
    needsPurged: 'Wat nodig is, telefoonnummers en notities gewist',
    namesPurged: 'Namen en mailadressen gewist',
    personExported: 'Gegevens van één persoon gedownload',
  },
} satisfies Record<string, Partial<Record<AuditAction, string>>>

type AuditCategory = keyof typeof auditActionLabels

export const auditCategoryLabels: Record<AuditCategory, string> = {
  session: 'Kennissessies',
  registration: 'Aanmeldingen',
  question: 'De vragenronde',
  mail: 'Berichten',
  organiser: 'Organisatoren',
  privacy: 'Privacy',
}

/** Returns the audit actions of a category. Returns `null` if `category` is unknown. */
export const auditActionsOf = (category: unknown) =>
  typeof category === 'string' && Object.hasOwn(auditActionLabels, category)
    ? (Object.keys(auditActionLabels[category as AuditCategory]) as AuditAction[])
    : null

const actionLabels: Record<AuditAction, string> = Object.assign({}, ...Object.values(auditActionLabels))

export const describeAction = (action: AuditAction) => actionLabels[action]

const subjectTexts: Record<string, { before: string; gone: string }> = {
  session: { before: '', gone: 'Een kennissessie die er niet meer is' },
  registration: { before: 'Aanmelding van ', gone: 'Een aanmelding die er niet meer is' },
  answer: { before: 'Antwoord van ', gone: 'Een antwoord dat er niet meer is' },
  message: { before: 'Mail bij ', gone: 'Een mail die er niet meer is' },
  customMessage: { before: 'Eigen bericht bij ', gone: 'Een bericht dat er niet meer is' },
  organiser: { before: '', gone: 'Een account dat er niet meer is' },
  person: { before: '', gone: 'Niet opgeschreven van wie' },
}

export function describeSubject({ type, label }: { type: string; label: string | null }): string {
  const texts = subjectTexts[type] ?? { before: '', gone: 'Iets dat er niet meer is' }
  return label === null ? texts.gone : `${texts.before}${label}`
}

export function describeActor(actor: 'participant' | 'system' | { name: string | null }): string {
  if (actor === 'participant') return 'Deelnemer'
  if (actor === 'system') return 'De\u00a0site'
  return actor.name ?? 'Een account dat er niet meer is'
}
