import type { PauseReason } from '@/lib/outbox/retry-policy'

type PauseCopy = {
  /** Why mail delivery is paused: the beginning of a Dutch sentence that ends with a date. */
  cause: string
  /** What the maintainer of the site can do to end the pause of mail delivery. */
  remedy: string
}

const pauseCopies: Record<PauseReason, PauseCopy> = {
  'login-refused': {
    cause: 'De mailserver weigert de inlog van de site',
    remedy:
      'Kijk of de naam en het wachtwoord in SMTP_URL kloppen. Logt de site in met MAIL_OAUTH_CLIENT_ID? Kijk dan of die app ' +
      'in Exchange toegang heeft tot het postvak (Add-MailboxPermission).',
  },
  'login-switched-off': {
    cause: 'De mailserver staat deze manier van inloggen niet toe',
    remedy:
      'Zet voor het postvak “Geverifieerde SMTP” aan in het beheercentrum van Microsoft 365. Inloggen met een wachtwoord kan ' +
      'daar niet meer: stel MAIL_OAUTH_TENANT, MAIL_OAUTH_CLIENT_ID en MAIL_OAUTH_CLIENT_SECRET in.',
  },
  'oauth-refused': {
    cause: 'Microsoft geeft de site geen toegang om mail te versturen',
    remedy:
      'Kijk of het geheim in MAIL_OAUTH_CLIENT_SECRET verlopen is, en of MAIL_OAUTH_TENANT en MAIL_OAUTH_CLIENT_ID kloppen. ' +
      'De app heeft in Entra het recht SMTP.SendAsApp nodig, met toestemming van een beheerder.',
  },
  'oauth-unreachable': {
    cause: 'De site kan niet inloggen bij Microsoft, want die dienst is niet te bereiken',
    remedy: 'Kijk of de site verbinding mag maken met login.microsoftonline.com.',
  },
  'sender-refused': {
    cause: 'De mailserver weigert het afzenderadres van de site',
    remedy:
      'Kijk of het adres in MAIL_FROM klopt, en of het postvak waarmee de site inlogt namens dat adres mag versturen ' +
      '(het recht “Verzenden als”).',
  },
  'sender-unproven': {
    cause: 'De mailserver kan niet nagaan of de mail echt van het domein van de afzender komt',
    remedy: 'Kijk de regels voor SPF, DKIM en DMARC na in de DNS van het domein in MAIL_FROM.',
  },
  'relay-refused': {
    cause: 'De mailserver verstuurt voor de site geen mail naar andere organisaties',
    remedy:
      'Sta in de mailserver toe dat de site mail doorstuurt naar andere domeinen (relay), of laat de site inloggen met een ' +
      'naam en wachtwoord in SMTP_URL.',
  },
  'limit-reached': {
    cause: 'De limiet van je mailserver is bereikt',
    remedy:
      'De site wacht steeds wat langer en probeert het dan opnieuw. Kijk bij de mailserver of het account geblokkeerd is en ' +
      'hoeveel mail het mag versturen. Met MAIL_PER_MINUTE verstuurt de site rustiger.',
  },
  'encryption-failed': {
    cause: 'De versleutelde verbinding met de mailserver lukt niet',
    remedy:
      'Kijk of de poort in SMTP_URL klopt: smtp:// met poort 587, of smtps:// met poort 465. De mailserver moet STARTTLS ' +
      'aanbieden en een geldig certificaat hebben.',
  },
  'connection-refused': {
    cause: 'De mailserver wil geen mail van de site aannemen',
    remedy: 'Sta in de mailserver het IP-adres van de site toe, en kijk of dat adres op een lijst met spam staat.',
  },
  'server-unreachable': {
    cause: 'De mailserver is niet te bereiken',
    remedy: 'Kijk of de server en de poort in SMTP_URL kloppen, en of een firewall de verbinding tegenhoudt.',
  },
  'mail-folder': {
    cause: 'De site kan geen mail opslaan in de map voor mail',
    remedy: 'Kijk of er nog plaats is op de schijf, en of de site mag schrijven in de map mail van DATA_DIR.',
  },
}

/**
 * Returns why mail delivery is paused and how to end the pause. A `reason` that this version of the site does not know,
 * such as one stored by an older version, gets a general text.
 */
export const pauseCopy = (reason: string): PauseCopy =>
  (pauseCopies as Record<string, PauseCopy>)[reason] ?? {
    cause: 'Mail versturen lukt niet',
    remedy: 'Kijk de instellingen voor mail na.',
  }
