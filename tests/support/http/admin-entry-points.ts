// Who may go through each door at the desk that changes something or gives something away. Whoever adds one says so here:
// a door in none of these lists fails, and so does one that lets in somebody else than its list says.

/** Whoever is logged in. */
export const forAllOrganisers = [
  'account/naam/actions.ts renameAction',
  'account/twee-stappen/actions.ts twoFactorAction',
  'account/wachtwoord/actions.ts changePasswordAction',
  'sessies/[id]/aanmeldingen/[aanmelding]/actions.ts registrationAction',
  'sessies/[id]/aanmeldingen/[aanmelding]/wijzigen/actions.ts updateRegistrationAction',
  'sessies/[id]/aanmeldingen/export/route.ts POST',
  'sessies/[id]/aanmeldingen/nieuw/actions.ts addRegistrationAction',
  'sessies/[id]/berichten/[bericht]/actions.ts messageAction',
  'sessies/[id]/berichten/actions.ts bulkMessageAction',
  'sessies/[id]/berichten/eigen/[brief]/actions.ts cancelCustomMessageAction',
  'sessies/[id]/berichten/instellen/actions.ts notificationSettingsAction',
  'sessies/[id]/berichten/schrijven/actions.ts customMessageAction',
  'sessies/[id]/berichten/teksten/[soort]/actions.ts templateAction',
  'sessies/[id]/bewerken/actions.ts visibilityAction',
  'sessies/[id]/bewerken/plaatsen/actions.ts capacityAction',
  'sessies/[id]/bewerken/teksten/actions.ts saveSessionAction',
  'sessies/[id]/bewerken/verplaatsen/actions.ts rescheduleAction',
  'sessies/[id]/bewerken/vervallen/actions.ts cancelSessionAction',
  'sessies/[id]/bewerken/vragen/actions.ts addQuestionAction',
  'sessies/[id]/bewerken/vragen/actions.ts saveQuestionAction',
  'sessies/[id]/kopieren/actions.ts copySessionAction',
  'sessies/[id]/vragen/[antwoord]/actions.ts resultTextAction',
  'sessies/[id]/vragen/[antwoord]/actions.ts triageAction',
  'sessies/[id]/vragen/[antwoord]/toelichting/actions.ts requestClarificationAction',
  'sessies/[id]/vragen/[antwoord]/toelichting/actions.ts recordClarificationAction',
  'sessies/[id]/vragen/actions.ts bulkTriageAction',
  'sessies/[id]/vragen/overzicht/bestand/route.ts GET',
  'sessies/[id]/vragen/sluiten/actions.ts closeRoundAction',
  'sessies/[id]/vragen/terugkoppeling/actions.ts resultNotificationsAction',
  'sessies/[id]/vragen/themas/actions.ts themeAction',
  'sessies/[id]/vrijgeven/actions.ts releaseAction',
  'sessies/nieuw/actions.ts createSessionAction',
]

/** Only a beheerder. */
export const forAdmins = [
  'gegevens/[aanmelding]/actions.ts erasePersonAction',
  'gegevens/[aanmelding]/bestand/route.ts POST',
  'gegevens/actions.ts findPersonAction',
  'organisatoren/[organisator]/actions.ts changeOrganiserAction',
  'organisatoren/uitnodigen/actions.ts inviteAction',
]

/** Whoever is logged in, but for deleting: what that is for whom is shown in tests/integration/site/roles.test.ts. */
export const deletionForAdmins = [
  'sessies/[id]/aanmeldingen/[aanmelding]/actions.ts notesAction',
  'sessies/[id]/bewerken/vragen/actions.ts changeQuestionAction',
]
