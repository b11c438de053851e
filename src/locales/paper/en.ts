/** Words on paper: the emergency pack. */
export const paper = {
  'paper.title': 'Emergency pack',
  'paper.intro':
    'What to do, whom to call and when, if nothing works. Keep it where everybody finds it, and throw the older one away.',
  'paper.version': 'Version {version}, of {date}',
  'paper.foot': '{name} · Emergency pack, version {version} · {date}',
  'paper.page': '{page} of {pages}',
  'paper.scan': 'Is this still so? Scan the code: it shows what holds now.',
  'paper.contents': 'In this pack',
  'paper.schedule': 'Who answers when',
  'paper.schedule-days':
    'From {from} until {to}. Some places have numbers of their own: they stand in their routine.',
  'paper.closed': 'Closed ({reason}).',
  'paper.always': 'Always',
  'paper.more-rows': 'After that: see the numbers and their hours.',
  'paper.form': 'Written down meanwhile',
  'paper.form-intro':
    'One line for each thing that is done on paper. When the systems work again all of it is registered, and ticked off here.',
  'paper.form-when': 'Day and time',
  'paper.form-whom': 'About whom or what',
  'paper.form-what': 'What happened, what was done',
  'paper.form-by': 'By',
  'paper.form-done': 'Registered',
  'paper.pdf': 'All of it as PDF, to print',
  'paper.same': 'Your copy is the current one: version {version}.',
  'paper.outdated':
    'Your copy is no longer current: it is version {printed}. Now version {version} holds. Print it, and throw the old one away.',
} as const;
