import { expect } from 'chai';
import fc from 'fast-check';
import { answerJson } from '../../../../src/conversation/who/json.ts';
import { ownManagerAt } from '../../../../src/conversation/who/own-manager.ts';
import { answerInWords } from '../../../../src/conversation/who/words.ts';
import type { Contact } from '../../../../src/domain/contacts/contact.ts';
import { situationIn } from '../../../../src/domain/contacts/situation.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import type { DirectoryEntry } from '../../../../src/domain/people/directory.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { at, SHIPPED, shipped } from '../../../support/playbooks.ts';

const KARI: DirectoryEntry = { name: 'Kari Nordmann', email: 'kari@porsanger.example', phone: '+4790634222' };
const NIGHT = '2026-11-23T22:00';

/** A playbook in which one contact stands for the reader's own manager, and no other. */
function meaning(playbook: Playbook, id: string | null): Playbook {
  const contacts = new Map(
    [...playbook.contacts].map(([key, contact]): [string, Contact] => [
      key,
      { ...contact, isOwnManager: key === id },
    ]),
  );
  return { ...playbook, contacts, fallback: contacts.get(playbook.fallback.id)! };
}

function wordsOf(
  playbook: Playbook,
  local: string,
  manager: DirectoryEntry | null,
  { audience = 'trusted' as const, language = 'en' as (typeof LANGUAGES)[number] } = {},
) {
  const answer = who(playbook, situationIn(playbook, { class: 'critical' }), at(playbook, local));
  return answerInWords(playbook, answer, language, audience, manager);
}

describe('the reader’s own manager', () => {
  const porsanger = meaning(shipped('porsanger'), 'own-leader');

  it('stands beside the contact that means them, with a number to tap and where it is from', () => {
    const [step] = wordsOf(porsanger, NIGHT, KARI).steps;
    expect(step?.contacts[0]).to.deep.equal({
      role: 'Your own leader: Kari Nordmann',
      phone: { text: '90 63 42 22', href: 'tel:+4790634222' },
      ...{ extension: null, email: null, url: null, until: '' },
      remarks: [
        'Name and number come from your organisation’s directory. Nobody at IT has checked them.',
        'Call your nearest leader, or another up the line. They take it further.',
      ],
    });
  });

  it('leaves everything else of the answer as it is', () => {
    for (const language of LANGUAGES) {
      const [without, withKari] = [null, KARI].map((manager) =>
        wordsOf(porsanger, NIGHT, manager, { language }),
      );
      const [first, ...others] = withKari!.steps[0]!.contacts;
      const [before, ...same] = without!.steps[0]!.contacts;
      expect(others).to.deep.equal(same);
      const own = { role: before!.role, phone: null, remarks: before!.remarks };
      expect({ ...first, ...own }).to.deep.equal(before);
      const shell = { ...withKari!, steps: [] };
      expect(shell).to.deep.equal({ ...without!, steps: [] });
      expect({ ...withKari!.steps[0], contacts: [] }).to.deep.equal({ ...without!.steps[0], contacts: [] });
    }
  });

  it('stands at the last fallback too, which says to call where it said to go', () => {
    const normal = who(porsanger, situationIn(porsanger, { class: 'normal' }), at(porsanger, NIGHT));
    expect(answerInWords(porsanger, normal, 'en', 'trusted', KARI).last?.contact.phone?.href).to.equal(
      'tel:+4790634222',
    );
    const alone = shipped('porsanger').contacts.get('own-leader')!;
    const only = meaning(shipped('porsanger'), alone.id);
    const answer = who(only, situationIn(only, { class: 'critical' }), at(only, NIGHT));
    const [first] = answer.steps;
    const one = {
      ...answer,
      steps: [{ ...first!, order: 'any' as const, contacts: first!.contacts.slice(0, 1) }],
    };
    const heading = (manager: DirectoryEntry | null) =>
      answerInWords(only, one, 'en', 'trusted', manager).steps[0]?.heading;
    expect([heading(null), heading(KARI)]).to.deep.equal(['Do this', 'Call']);
  });

  it('is never shown to everybody, for another contact, or in the place of a number of the playbook', () => {
    const everybody = { audience: 'everybody' as never };
    expect(wordsOf(porsanger, NIGHT, KARI, everybody)).to.deep.equal(
      wordsOf(porsanger, NIGHT, null, everybody),
    );
    for (const organisation of SHIPPED) {
      const playbook = shipped(organisation);
      const withNumber = [...playbook.contacts.values()].filter(({ phone }) => phone !== null);
      for (const id of [null, ...withNumber.map((contact) => contact.id)]) {
        const marked = meaning(playbook, id);
        for (const local of ['2026-11-23T10:00', NIGHT])
          expect(wordsOf(marked, local, KARI)).to.deep.equal(wordsOf(marked, local, null));
      }
    }
  });

  it('needs a number that can be dialled as it stands', () => {
    const contact = porsanger.contacts.get('own-leader')!;
    const digits = fc.stringMatching(/^\+?[0-9]{0,15}$/);
    const phones = fc.oneof(
      digits,
      fc.string(),
      fc.constantFrom(...Object.values(HOSTILE)),
      fc.constant(null),
    );
    fc.assert(
      fc.property(phones, (phone) => {
        const own = ownManagerAt(contact, { ...KARI, phone });
        if (own !== null)
          expect(own.phone)
            .to.equal(phone)
            .and.match(/^\+\d{7,15}$/);
      }),
    );
    for (const phone of [null, '', '112', '90634222', '+4700000001', '+47 906 34 222', '+4790634222;ext=1'])
      expect(ownManagerAt(contact, { ...KARI, phone }), `${phone}`).to.equal(null);
    expect(ownManagerAt(contact, KARI)).to.deep.equal({ name: KARI.name, phone: KARI.phone });
    expect(ownManagerAt(contact, null)).to.equal(null);
  });

  it('is not in the answer itself, which is the same for everybody', () => {
    const json = (playbook: Playbook) => {
      const answer = who(playbook, situationIn(playbook, { class: 'critical' }), at(playbook, NIGHT));
      return answerJson(playbook, answer, 'nb');
    };
    expect(json(porsanger)).to.deep.equal(json(shipped('porsanger')));
  });
});
