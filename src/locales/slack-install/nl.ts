/** De woorden op de pagina’s waarmee een werkruimte de app krijgt, in het Nederlands. */
export const slackInstall = {
  'slack-install.title': 'Driftvakt toevoegen aan Slack',
  'slack-install.intro':
    'Driftvakt neemt storingsmeldingen aan in Slack, kent de storingen en geeft het juiste nummer voor dit moment.',
  'slack-install.rights': 'Wat de app te zien krijgt',
  'slack-install.right-messages':
    'Wat er naar de app wordt geschreven, en berichten die de app bij naam noemen, met foto’s.',
  'slack-install.right-channels':
    'De kanalen waarvoor de app is uitgenodigd, en daarin de gesprekken waarin de app antwoordt.',
  'slack-install.right-people': 'Naam, e-mailadres en taal van wie naar de app schrijft.',
  'slack-install.button': 'Toevoegen aan Slack',
  'slack-install.next':
    'Slack vraagt om welke werkruimte het gaat. Moet een beheerder bij jullie apps goedkeuren, dan gaat het verzoek daarheen.',
  'slack-install.done-title': 'Driftvakt staat nu in {workspace}',
  'slack-install.done': 'Daar antwoordt de app voor {organisation}. Schrijf “hallo” in Slack, onder Apps.',
  'slack-install.unnamed':
    'De app is geïnstalleerd, maar nog geen organisatie noemt deze werkruimte, dus de app antwoordt daar niet. Stuur deze regels naar wie de dienst beheert: ze horen in het draaiboek (playbook) van jullie organisatie, en daarna wordt de dienst opnieuw gestart.',
  'slack-install.fewer':
    'De app kreeg minder rechten dan nodig ({scopes} ontbreekt), dus niet alles zal werken. Voeg ze toe aan de app bij Slack en begin opnieuw.',
  'slack-install.denied-title': 'Er is niets geïnstalleerd',
  'slack-install.denied':
    'Slack kreeg te horen dat de app niet moest worden toegevoegd. Was dat niet de bedoeling, begin dan opnieuw. Moet een beheerder eerst goedkeuren, open deze pagina dan weer als dat is gebeurd.',
  'slack-install.failed-title': 'Dat is niet gelukt',
  'slack-install.late': 'Het duurde langer dan tien minuten. Er is niets geïnstalleerd; begin opnieuw.',
  'slack-install.foreign':
    'Dit is niet in deze browser begonnen. Begin hier opnieuw, en sta cookies van deze pagina toe.',
  'slack-install.used':
    'Dit antwoord van Slack is al gebruikt. Staat de app niet in jullie werkruimte, begin dan opnieuw.',
  'slack-install.refused':
    'Slack weigerde het ({code}). Begin opnieuw; helpt dat niet, vertel het dan aan wie de dienst beheert: in de log staat wat er moet gebeuren.',
  'slack-install.unreached': 'Slack antwoordt op dit moment niet goed. Begin over een paar minuten opnieuw.',
  'slack-install.not-kept':
    'Slack heeft de app toegevoegd, maar hier kon dat niet worden bewaard. Vertel het aan wie de dienst beheert, en begin daarna opnieuw.',
  'slack-install.again': 'Opnieuw beginnen',
} as const;
