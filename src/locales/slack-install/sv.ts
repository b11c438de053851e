/** Orden på sidorna där en arbetsyta får appen, på svenska. */
export const slackInstall = {
  'slack-install.title': 'Lägg till Driftvakt i Slack',
  'slack-install.intro':
    'Driftvakt tar emot felanmälningar i Slack, känner till driftstörningarna och ger rätt nummer för just den här minuten.',
  'slack-install.rights': 'Det här får den se',
  'slack-install.right-messages':
    'Det som skrivs till den, och meddelanden som nämner den vid namn, med bilder.',
  'slack-install.right-channels': 'Kanaler som den är inbjuden till, och i dem trådarna där den svarar.',
  'slack-install.right-people': 'Namn, e-postadress och språk för dem som skriver till den.',
  'slack-install.button': 'Lägg till i Slack',
  'slack-install.next':
    'Slack frågar vilken arbetsyta det gäller. Om en administratör måste godkänna appar hos er går förfrågan dit.',
  'slack-install.done-title': 'Driftvakt finns nu i {workspace}',
  'slack-install.done': 'Där svarar den för {organisation}. Skriv ”hej” till den i Slack, under Appar.',
  'slack-install.unnamed':
    'Den är installerad, men ingen organisation har angett den här arbetsytan än, så den svarar inte där. Skicka de här raderna till den som driver tjänsten: de hör hemma i er organisations playbook, och sedan startas tjänsten om.',
  'slack-install.fewer':
    'Den fick färre rättigheter än den behöver ({scopes} saknas), så allt kommer inte att fungera. Lägg till dem i appen hos Slack och börja om.',
  'slack-install.denied-title': 'Inget installerades',
  'slack-install.denied':
    'Slack fick svaret att inte lägga till appen. Var det inte meningen, börja om. Om en administratör måste godkänna den först, öppna sidan igen när det är gjort.',
  'slack-install.failed-title': 'Det gick inte',
  'slack-install.late': 'Det tog längre än tio minuter. Inget installerades; börja om.',
  'slack-install.foreign':
    'Det här påbörjades inte i den här webbläsaren. Börja om här, och tillåt kakor från sidan.',
  'slack-install.used':
    'Det här svaret från Slack är redan använt. Finns appen inte i er arbetsyta, börja om.',
  'slack-install.refused':
    'Slack sa nej ({code}). Börja om; hjälper inte det, säg till den som driver tjänsten: i loggen står vad som ska göras.',
  'slack-install.unreached': 'Slack svarar inte som det ska just nu. Börja om om några minuter.',
  'slack-install.not-kept':
    'Slack har lagt till appen, men den kunde inte sparas här. Säg till den som driver tjänsten, och börja om efteråt.',
  'slack-install.again': 'Börja om',
} as const;
