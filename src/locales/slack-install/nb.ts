/** Ordene på sidene der et arbeidsområde får appen, på bokmål. */
export const slackInstall = {
  'slack-install.title': 'Legg til Driftvakt i Slack',
  'slack-install.intro':
    'Driftvakt tar imot feilmeldinger i Slack, kjenner driftsforstyrrelsene og gir riktig nummer for akkurat dette minuttet.',
  'slack-install.rights': 'Dette får den se',
  'slack-install.right-messages':
    'Det som skrives til den, og meldinger som nevner den ved navn, med bilder.',
  'slack-install.right-channels': 'Kanaler den er invitert til, og i dem trådene der den svarer.',
  'slack-install.right-people': 'Navn, e-postadresse og språk for dem som skriver til den.',
  'slack-install.button': 'Legg til i Slack',
  'slack-install.next':
    'Slack spør hvilket arbeidsområde det gjelder. Må en administrator godkjenne apper hos dere, går forespørselen dit.',
  'slack-install.done-title': 'Driftvakt er nå i {workspace}',
  'slack-install.done': 'Der svarer den for {organisation}. Skriv «hei» til den i Slack, under Apper.',
  'slack-install.unnamed':
    'Den er installert, men ingen organisasjon har oppgitt dette arbeidsområdet ennå, så den svarer ikke der. Send disse linjene til den som drifter tjenesten: de hører hjemme i organisasjonens playbook, og så startes tjenesten på nytt.',
  'slack-install.fewer':
    'Den fikk færre rettigheter enn den trenger ({scopes} mangler), så noe av den vil ikke virke. Legg dem til i appen hos Slack, og begynn på nytt.',
  'slack-install.denied-title': 'Ingenting ble installert',
  'slack-install.denied':
    'Slack fikk beskjed om ikke å legge til appen. Var det ikke meningen, begynn på nytt. Må en administrator godkjenne den først, åpne siden igjen når det er gjort.',
  'slack-install.failed-title': 'Det gikk ikke',
  'slack-install.late': 'Det tok lengre enn ti minutter. Ingenting ble installert; begynn på nytt.',
  'slack-install.foreign':
    'Dette ble ikke begynt i denne nettleseren. Begynn på nytt her, og tillat informasjonskapsler fra siden.',
  'slack-install.used':
    'Dette svaret fra Slack er brukt allerede. Er appen ikke i arbeidsområdet deres, begynn på nytt.',
  'slack-install.refused':
    'Slack sa nei ({code}). Begynn på nytt; hjelper ikke det, si fra til den som drifter tjenesten: i loggen står det hva som må gjøres.',
  'slack-install.unreached': 'Slack svarer ikke som det skal akkurat nå. Begynn på nytt om noen minutter.',
  'slack-install.not-kept':
    'Slack har lagt til appen, men den kunne ikke lagres her. Si fra til den som drifter tjenesten, og begynn på nytt etterpå.',
  'slack-install.again': 'Begynn på nytt',
} as const;
