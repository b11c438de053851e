import leven from 'leven';

const ONE_MISTAKE = 5;
const TWO_MISTAKES = 8;

/** Whether one word may be the other with typing mistakes: one from five letters on, two from eight; two letters swapped count as one. */
export function near(written: string, meant: string): boolean {
  const shorter = Math.min(written.length, meant.length);
  const allowed = shorter < ONE_MISTAKE ? 0 : shorter < TWO_MISTAKES ? 1 : 2;
  if (allowed === 0 || Math.abs(written.length - meant.length) > allowed) return false;
  if (swapped(written, meant)) return true;
  if (written[0] !== meant[0]) return false;
  return leven(written, meant, { maxDistance: allowed + 1 }) <= allowed;
}

/** Two neighbouring letters changed places. */
function swapped(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false;
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  return (
    at >= 0 &&
    written[at] === meant[at + 1] &&
    written[at + 1] === meant[at] &&
    written.slice(at + 2) === meant.slice(at + 2)
  );
}
