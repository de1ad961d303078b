import type { AuditCategory } from '@/lib/audit/schema'

export const auditCategoryLabels: Record<AuditCategory, string> = {
  session: 'Kennissessies',
  registration: 'Aanmeldingen',
  question: 'De vragenronde',
  mail: 'Berichten',
  organiser: 'Organisatoren',
  privacy: 'Privacy',
}

const actionLabels: Record<string, string> = {
  'session.created': 'Kennissessie gemaakt',
  'session.copied': 'Kennissessie gekopieerd',
  'session.edited': 'Kennissessie bewerkt',
  'session.published': 'Kennissessie gepubliceerd',
  'session.unpublished': 'Kennissessie van de site gehaald',
  'session.archived': 'Kennissessie opgeborgen',
  'session.brought-back': 'Kennissessie teruggehaald',
  'session.question-added': 'Vraag aan het formulier toegevoegd',
  'session.question-reworded': 'Vraag van het formulier anders gesteld',
  'session.question-moved': 'Vraag van het formulier verplaatst',
  'session.question-retired': 'Vraag van het formulier gehaald',
  'session.question-asked-again': 'Vraag weer op het formulier gezet',
  'session.question-deleted': 'Vraag verwijderd',
  'session.question-to-treat-chosen': 'Gekozen welke vraag in de vragenronde komt',
  'session.moved': 'Kennissessie verplaatst',
  'session.deadlines-changed': 'Termijnen veranderd',
  'session.capacity-changed': 'Aantal plaatsen veranderd',
  'session.cancelled': 'Kennissessie laten vervallen',
  'session.released': 'Link en agenda vrijgegeven',
  'session.mail-plan-saved': 'Automatische mails ingesteld',
  'session.mail-text-saved': 'Tekst van een mail aangepast',
  'programme.ordered': 'Volgorde van het programma veranderd',
  'registration.created': 'Aangemeld',
  'registration.changed': 'Aanmelding veranderd',
  'registration.address-asked': 'Ander e-mailadres gevraagd',
  'registration.address-kept': 'Ander e-mailadres ingetrokken',
  'registration.cancelled': 'Afgemeld',
  'registration.handed-over': 'Plek doorgegeven',
  'registration.handed-over-known': 'Plek doorgegeven aan wie al op de lijst stond',
  'registration.taken-over': 'Aanmelding van een collega gekregen',
  'registration.place-received': 'Plek van een collega gekregen',
  'registration.restored': 'Aanmelding hersteld',
  'registration.created-waiting': 'Aangemeld voor de wachtlijst',
  'registration.restored-waiting': 'Hersteld, op de wachtlijst',
  'registration.back': 'Opnieuw aangemeld',
  'registration.back-waiting': 'Opnieuw aangemeld, voor de wachtlijst',
  'registration.place-offered': 'Plek aangeboden',
  'registration.place-taken': 'Plek genomen',
  'registration.offer-declined': 'Plek niet genomen',
  'registration.offer-expired': 'Aangeboden plek verlopen',
  'registration.took-part': 'Meegedaan',
  'registration.confirmation-resent': 'Bevestiging opnieuw gestuurd',
  'registration.note-added': 'Notitie gemaakt',
  'registration.note-changed': 'Notitie veranderd',
  'registration.note-deleted': 'Notitie verwijderd',
  'registration.erased': 'Aanmelding op verzoek gewist',
  'registrations.exported': 'Aanmeldingen gedownload',
  'question.triaged': 'Vraag ingedeeld',
  'question.asker-called': 'Over een vraag gebeld',
  'question.clarification-asked': 'Toelichting gevraagd',
  'question.clarification-kept': 'Toelichting bewaard',
  'question.outcome-written': 'Eigen tekst over een vraag geschreven',
  'theme.renamed': 'Thema anders genoemd',
  'theme.merged': 'Thema’s samengevoegd',
  'round.closed': 'Vragenronde afgesloten',
  'round.closed-with-promises-open': 'Vragenronde afgesloten met open vragen',
  'round.reopened': 'Vragenronde weer geopend',
  'round.outcomes-sent': 'Iedereen gemaild wat er met de vraag gebeurde',
  'message.sent-again': 'Mail opnieuw gestuurd',
  'message.stopped': 'Mail gestopt',
  'message.list-stopped': 'Alle mails van een lijst gestopt',
  'message.settled': 'Mislukte mail geregeld',
  'letter.sent': 'Eigen bericht gestuurd',
  'letter.stopped': 'Eigen bericht gestopt',
  'organiser.created': 'Account gemaakt bij het starten van de site',
  'organiser.invited': 'Uitgenodigd',
  'organiser.invited-again': 'Opnieuw uitgenodigd',
  'organiser.invitation-withdrawn': 'Uitnodiging teruggetrokken',
  'organiser.accepted': 'Uitnodiging aangenomen',
  'organiser.made-admin': 'Beheerder gemaakt',
  'organiser.made-staff': 'Medewerker gemaakt',
  'organiser.ended': 'Toegang beëindigd',
  'organiser.restored': 'Weer toegang gegeven',
  'organiser.renamed': 'Naam veranderd',
  'organiser.password-changed': 'Wachtwoord veranderd',
  'organiser.new-password-asked': 'Link voor een nieuw wachtwoord gevraagd',
  'organiser.new-password-chosen': 'Nieuw wachtwoord gekozen',
  'organiser.two-step-on': 'Inloggen in twee stappen aangezet',
  'organiser.two-step-off': 'Inloggen in twee stappen uitgezet',
  'organiser.two-step-reset': 'Inloggen in twee stappen uitgezet voor een collega',
  'organiser.recovery-codes-renewed': 'Nieuwe herstelcodes gemaakt',
  'organiser.erased': 'Account gewist',
  'privacy.needs-erased': 'Wat nodig is, telefoonnummers en notities gewist',
  'privacy.names-erased': 'Namen en mailadressen gewist',
  'privacy.person-exported': 'Gegevens van één persoon gedownload',
}

/** Whether an action has a label. Only a test needs it, for every action in the code. */
export const hasActionLabel = (action: string) => Object.hasOwn(actionLabels, action)

export const describeAction = (action: string) => actionLabels[action] ?? action

const subjectTexts: Record<string, { before: string; gone: string }> = {
  session: { before: '', gone: 'Een kennissessie die er niet meer is' },
  registration: { before: 'Aanmelding van ', gone: 'Een aanmelding die er niet meer is' },
  answer: { before: 'Antwoord van ', gone: 'Een antwoord dat er niet meer is' },
  message: { before: 'Mail bij ', gone: 'Een mail die er niet meer is' },
  letter: { before: 'Eigen bericht bij ', gone: 'Een bericht dat er niet meer is' },
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
