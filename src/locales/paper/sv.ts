/** Words on paper: the emergency pack. */
export const paper = {
  'paper.title': 'Reservpärm',
  'paper.intro':
    'Vad du gör, vem du ringer och när, om ingenting fungerar. Ha den där alla hittar den, och släng den gamla.',
  'paper.version': 'Version {version}, {date}',
  'paper.foot': '{name} · Reservpärm, version {version} · {date}',
  'paper.page': '{page} av {pages}',
  'paper.scan': 'Gäller det här fortfarande? Skanna koden: den visar vad som gäller nu.',
  'paper.contents': 'I pärmen',
  'paper.schedule': 'Vem svarar när',
  'paper.schedule-days': 'Från {from} till {to}. Vissa platser har egna nummer: de står i deras rutin.',
  'paper.closed': 'Stängt ({reason}).',
  'paper.always': 'Alltid',
  'paper.more-rows': 'Därefter: se numren och deras tider.',
  'paper.form': 'Anteckningar under tiden',
  'paper.form-intro':
    'En rad för varje sak som görs på papper. När systemen fungerar igen registreras allt, och bockas av här.',
  'paper.form-when': 'Dag och tid',
  'paper.form-whom': 'Vem eller vad det gäller',
  'paper.form-what': 'Vad som hände, vad som gjordes',
  'paper.form-by': 'Av',
  'paper.form-done': 'Registrerat',
  'paper.pdf': 'Allt som PDF, att skriva ut',
  'paper.same': 'Ditt exemplar är det aktuella: version {version}.',
  'paper.outdated':
    'Ditt exemplar gäller inte längre: det är version {printed}. Nu gäller version {version}. Skriv ut den, och släng den gamla.',
} as const;
