/** Words on paper: the emergency pack. */
export const paper = {
  'paper.title': 'Beredskapsperm',
  'paper.intro':
    'Hva du gjør, hvem du ringer og når, hvis ingenting virker. Ha den der alle finner den, og kast den gamle.',
  'paper.version': 'Versjon {version}, {date}',
  'paper.foot': '{name} · Beredskapsperm, versjon {version} · {date}',
  'paper.page': '{page} av {pages}',
  'paper.scan': 'Gjelder dette fortsatt? Skann koden: den viser hva som gjelder nå.',
  'paper.contents': 'I permen',
  'paper.schedule': 'Hvem svarer når',
  'paper.schedule-days': 'Fra {from} til {to}. Noen steder har egne numre: de står i rutinen deres.',
  'paper.closed': 'Stengt ({reason}).',
  'paper.always': 'Alltid',
  'paper.more-rows': 'Deretter: se numrene og tidene deres.',
  'paper.form': 'Notater imens',
  'paper.form-intro':
    'Én linje for hver ting som gjøres på papir. Når systemene virker igjen, registreres alt, og krysses av her.',
  'paper.form-when': 'Dag og tid',
  'paper.form-whom': 'Hvem eller hva det gjelder',
  'paper.form-what': 'Hva som skjedde, hva som ble gjort',
  'paper.form-by': 'Av',
  'paper.form-done': 'Registrert',
  'paper.pdf': 'Alt som PDF, til utskrift',
  'paper.same': 'Eksemplaret ditt er det gjeldende: versjon {version}.',
  'paper.outdated':
    'Eksemplaret ditt gjelder ikke lenger: det er versjon {printed}. Nå gjelder versjon {version}. Skriv den ut, og kast den gamle.',
} as const;
