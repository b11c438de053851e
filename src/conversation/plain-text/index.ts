export { fitting } from './budget.ts';
export { boundary, cleanText, cut } from './clean.ts';
export { numberedText, plainText } from './plain-text.ts';
