/** Words of planned work, in any of the languages, as the beginnings of words without accents. */
const WINDOWS =
  /(?:^|[^a-z])(?:servicefonster|underhall|planerad|planerat|servicevindu|vedlikehold|planlagt|onderhoud|gepland|maintenance|service window|planned|scheduled)/;

/** Whether somebody asks for planned work, and not how things are now. */
export function asksForWindows(text: string): boolean {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return WINDOWS.test(plain);
}
