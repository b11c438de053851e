import { expect } from 'chai';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import { signedCopy } from '../../../src/paper/signed.ts';
import { readPdf } from '../../support/pdf.ts';
import { shipped } from '../../support/playbooks.ts';

describe('a signed commitment as a PDF', () => {
  for (const language of LANGUAGES)
    it(`has all of what was signed, by whom and when, in ${language}`, async () => {
      const bytes = await signedCopy(shipped('harjedalen'), {
        ...{ user: 'u', name: 'Áila Čuđi Ŋŧž', known: { name: 'Áila Čuđi', email: 'aila@example.org' } },
        ...{
          site: 'vard-omsorg',
          version: '2026-1',
          title: 'Förbindelse',
          text: 'Första åäö.\n\nAndra øæé.',
        },
        ...{ language, at: Date.UTC(2026, 10, 23, 9, 15) },
      });
      const pdf = await readPdf(bytes);
      expect(pdf.pages).to.have.length(1);
      for (const part of [
        'Förbindelse',
        'Första åäö.',
        'Andra øæé.',
        'Áila Čuđi Ŋŧž',
        'aila@example.org',
        '2026-1',
        '10:15',
      ])
        expect(pdf.pages[0]).to.contain(part);
      expect(pdf.title).to.equal('Förbindelse – Áila Čuđi Ŋŧž');
      expect(pdf.language).to.match(new RegExp(`^${language}`));
      expect(pdf.bookmarks).to.have.length(1);
    });
});
