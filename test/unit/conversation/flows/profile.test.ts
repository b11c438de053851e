import { expect } from 'chai';
import type { Language } from '../../../../src/domain/organisation/language.ts';
import type { Identity } from '../../../../src/domain/people/directory.ts';
import { Town } from '../../../support/conversation.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { shipped } from '../../../support/playbooks.ts';

const KARI = { name: 'Kari Nordmann', email: null, phone: '+4790634222' };
const ANNA: Identity = { name: 'Anna Solberg', email: 'anna@porsanger.example', phone: null, manager: KARI };

/** What the form says of oneself, once one was introduced. */
function aboutMe(identity: Identity | null, locale: Language = 'en'): string {
  const person = new Town(shipped('porsanger'), '2026-11-23T10:00').person('anna', { locale });
  if (identity !== null) {
    expect(person.happen({ kind: 'introduced', identity })).to.deep.equal([]);
  }
  person.happen({ kind: 'came' });
  person.press({ en: 'About me', nb: 'Om meg', sv: 'Om mig', nl: 'Over mij' }[locale]);
  const [reply] = person.replies;
  if (reply?.message.kind !== 'form') throw new Error(`no form: ${person.text}`);
  return reply.message.text ?? '';
}

describe('about me', () => {
  const usual = 'With this I ask you less and send you to the right place.';

  it('says what the directory tells of somebody, and that it is the directory’s', () => {
    expect(aboutMe(ANNA)).to.equal(
      `${usual}\nYour organisation’s directory says that you are Anna Solberg (anna@porsanger.example). ` +
        'It names Kari Nordmann as your manager. Is something wrong? It is put right there, not here.',
    );
    expect(aboutMe(ANNA, 'nb')).to.include(
      'Ifølge organisasjonens adressebok er du Anna Solberg (anna@porsanger.example). Lederen din er ifølge den Kari Nordmann.',
    );
  });

  it('says only what is known', () => {
    expect(aboutMe(null)).to.equal(usual);
    expect(aboutMe({ ...ANNA, email: null, manager: null })).to.equal(
      `${usual}\nYour organisation’s directory says that you are Anna Solberg. Is something wrong? It is put right there, not here.`,
    );
  });

  it('shows no number of the manager', () => {
    expect(aboutMe(ANNA)).to.not.match(/4790634222|906 34 222/);
  });

  it('shows names as they are, whatever they want to be', () => {
    for (const name of Object.values(HOSTILE).filter(({ length }) => length <= 200))
      expect(aboutMe({ ...ANNA, name, manager: { ...KARI, name } })).to.include(name);
  });
});
