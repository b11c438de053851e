/** Words of the board of reports, and of timers that came too late. */
export const board = {
  'reached.too-late':
    'Jeg skulle ha spurt deg {when} om noen har tatt imot meldingen din {reference}, men var ute av drift helt til nå. Den regnes fortsatt ikke som mottatt. Haster det like mye? Ring da nå:',
  'reached.not-asked':
    'IT har slått av spørsmålet mitt om {reference}. Meldingen regnes ennå ikke som mottatt: «Hvem ringer jeg nå?» sier hvem du skal ringe.',
};
