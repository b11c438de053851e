/** Words on paper: the emergency pack. */
export const paper = {
  'paper.title': 'Noodmap',
  'paper.intro':
    'Wat je doet, wie je belt en wanneer, als niets werkt. Leg de map waar iedereen hem vindt, en gooi de oude weg.',
  'paper.version': 'Versie {version}, {date}',
  'paper.foot': '{name} · Noodmap, versie {version} · {date}',
  'paper.page': '{page} van {pages}',
  'paper.scan': 'Klopt dit nog? Scan de code: die laat zien wat nu geldt.',
  'paper.contents': 'In deze map',
  'paper.schedule': 'Wie neemt wanneer op',
  'paper.schedule-days':
    'Van {from} tot {to}. Sommige locaties hebben eigen nummers: die staan in hun routine.',
  'paper.closed': 'Gesloten ({reason}).',
  'paper.always': 'Altijd',
  'paper.more-rows': 'Daarna: zie de nummers en hun tijden.',
  'paper.form': 'Intussen genoteerd',
  'paper.form-intro':
    'Eén regel voor alles wat op papier gebeurt. Als de systemen weer werken, wordt alles ingevoerd en hier afgevinkt.',
  'paper.form-when': 'Dag en tijd',
  'paper.form-whom': 'Over wie of wat',
  'paper.form-what': 'Wat er gebeurde, wat er gedaan is',
  'paper.form-by': 'Door',
  'paper.form-done': 'Ingevoerd',
  'paper.pdf': 'Alles als PDF, om te printen',
  'paper.same': 'Jouw exemplaar is het actuele: versie {version}.',
  'paper.outdated':
    'Jouw exemplaar geldt niet meer: het is versie {printed}. Nu geldt versie {version}. Print die, en gooi de oude weg.',
} as const;
