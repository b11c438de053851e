import { copyInWords } from '../conversation/commitment/copy-words.ts';
import type { Signature } from '../domain/commitment/commitment.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { LOCALE_TAGS, say } from '../locales/say.ts';
import { Sheet } from './sheet.ts';

/** What somebody signed, as they read it, as a PDF (scenario B8). */
export function signedCopy(playbook: Playbook, signature: Signature): Promise<Buffer> {
  const { language, at } = signature;
  const { title, paragraphs, version, signed } = copyInWords(playbook, signature);
  const sheet = new Sheet({
    ...{ title: `${title} – ${signature.name}`, author: playbook.name },
    ...{ language: LOCALE_TAGS[language], at: new Date(at) },
  });
  sheet.paragraph(playbook.name, 'remark');
  sheet.heading(1, title);
  for (const paragraph of paragraphs) sheet.paragraph(paragraph);
  sheet.paragraph(version, 'remark');
  sheet.heading(2, say(language, 'commitment.signature'));
  for (const line of signed) sheet.paragraph(line);
  return sheet.bytes((page, pages) => [
    `${playbook.name} · ${title}`,
    say(language, 'paper.page', { page, pages }),
  ]);
}
