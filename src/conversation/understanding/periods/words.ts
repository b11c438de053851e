// Words of periods in the four languages, in small letters without accents; days, months and clocks stand in notices/reading/words.ts.

export const BY = '(?<![\\p{L}\\d])';
export const END = '(?![\\p{L}\\d])';

/** Says that what follows is the end. */
export const TILL =
  'till och med|til og med|tot en met|t\\.?o\\.?m\\.?|up to and including|fram till|frem til|fram til|inntil|till|til|tot|until|till|through|thru|to|ending|ut';
/** Says that what follows is the beginning. */
export const FROM =
  'fran och med|fra og med|vanaf|fr\\.?o\\.?m\\.?|f\\.?o\\.?m\\.?|fran|fra|from|van|starting|med start';
/** Somebody is there again at what is named. */
export const BACK = 'tillbaka|tilbake|terug|ater|back|igen';

const ONES = [
  'en|ett|et|een|one',
  'tva|to|twee|two',
  'tre|drie|three',
  'fyra|fire|vier|four',
  'fem|vijf|five',
  'sex|seks|zes|six',
  'sju|zeven|seven',
  'atta|atte|acht|eight',
  'nio|ni|negen|nine',
  'tio|ti|tien|ten',
  'elva|elleve|elf|eleven',
  'tolv|twaalf|twelve',
];
export const NUMBER = ONES.join('|');

/** 1 to 12 for a word; a number for itself. */
export function numberOf(word: string): number {
  const found = ONES.findIndex((words) => new RegExp(`^(?:${words}|an|a)$`).test(word));
  return found >= 0 ? found + 1 : Number(word);
}

/** Parts of a day, with their minutes after midnight. What they mean is not sharp: the longer side. */
export const PARTS: readonly (readonly [words: string, from: number, to: number])[] = [
  ['hele dagen|hela dagen|heldag|de hele dag|all day|the whole day', 0, 24 * 60],
  ['formiddagen|formiddag|ochtend|morning|bitti|voormiddag|forenoon', 6 * 60, 12 * 60],
  ['eftermiddagen|eftermiddag|ettermiddagen|ettermiddag|namiddag|middag|afternoon|em', 12 * 60, 18 * 60],
  ['kvallen|kvall|kvelden|kveld|avond|evening', 17 * 60, 24 * 60],
];

export const WEEK = 'veckan|vecka|uken|uka|uke|week|v\\.?';
export const YEAR = 'aret|aaret|year|jaar|ar';
export const MONTH_WORD = 'manaden|maneden|month|maand|manad|maned';
export const REST =
  'resten av|resten|de rest van|rest of|the rest of|hela|hele|heel|whole|all|denna|denne|deze|this|den har|ut';
export const NEXT = 'nasta|neste|volgende|next';

export const CHRISTMAS = 'julen|jul|juli?helgen|jule?helga|kerstmis|kerst|christmas|xmas';
export const NEW_YEAR = "nyarshelgen|nyaret|nyar|nyttar|nieuwjaar|oud en nieuw|new year'?s?(?: day)?";
export const EPIPHANY = 'trettondagen|trettondedag jul|trettondag jul|driekoningen|epiphany|helligtrekonger';
/** A feast is in the period as a whole. */
export const OVER = 'over|efter|etter|na|after|forbi|past';
