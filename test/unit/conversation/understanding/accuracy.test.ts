import { expect } from 'chai';
import { languageOf } from '../../../../src/conversation/understanding/language.ts';
import { INTENTS, understand } from '../../../../src/conversation/understanding/understand.ts';
import { LANGUAGES, type Language } from '../../../../src/domain/organisation/language.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { SHIPPED, type Shipped, shipped } from '../../../support/playbooks.ts';
import { confusionTable, type Judged, share, utterances } from '../../../support/utterances.ts';

const WANTED = 0.95;
const playbooks = new Map<Shipped, Playbook>(SHIPPED.map((name) => [name, shipped(name)]));

describe('understanding of the test set', () => {
  const judged = new Map(LANGUAGES.map((language) => [language, judge(language)]));
  const all = [...judged.values()].flat();

  after(() => console.log(`\n${report(judged)}\n\n${confusionTable(all, INTENTS)}\n`));

  for (const language of LANGUAGES) {
    it(`has at least 80 sentences in ${language}, of every intent`, () => {
      const own = judged.get(language) ?? [];
      expect(own.length).to.be.at.least(80);
      expect(new Set(own.map(({ said }) => said.intent)).size).to.equal(INTENTS.length);
    });

    it(`finds the intent of at least 95 % in ${language}`, () => {
      expect(share(judged.get(language) ?? [], rightIntent)).to.be.at.least(WANTED);
    });
  }

  it('finds the intent, the service and who is hit in at least 95 % of all', () => {
    expect(share(all, rightIntent), 'intent').to.be.at.least(WANTED);
    expect(share(all, rightService), 'service').to.be.at.least(WANTED);
    expect(share(all.filter(isReport), rightScope), 'scope').to.be.at.least(WANTED);
  });

  it('never takes anything else for a wish to stop', () => {
    const wrong = all.filter(
      ({ said, understood }) => understood.intent === 'cancel' && said.intent !== 'cancel',
    );
    expect(wrong.map(({ said }) => said.text)).to.deep.equal([]);
  });

  it('understands the same when the conversation was in another language', () => {
    const other = LANGUAGES.flatMap((language) => judge(language, language === 'en' ? 'own' : 'en'));
    expect(share(other, rightIntent)).to.be.at.least(0.9);
  });

  it('tells the language of most sentences, and hardly ever a wrong one', () => {
    const told = LANGUAGES.flatMap((language) =>
      utterances(language).map(({ text }) => ({ language, told: languageOf(text) })),
    );
    expect(told.filter((one) => one.told === one.language).length / told.length).to.be.at.least(0.8);
    const wrong = told.filter((one) => one.told !== null && one.told !== one.language);
    expect(wrong.length / told.length).to.be.at.most(0.03);
  });
});

function judge(language: Language, locale: Language | 'own' = language): readonly Judged[] {
  return utterances(language).map((said) => {
    const playbook = playbooks.get(said.organisation) ?? shipped(said.organisation);
    const spoken = locale === 'own' ? playbook.languages[0] : locale;
    return { said, understood: understand(playbook, spoken, said.text) };
  });
}

function rightIntent({ said, understood }: Judged): boolean {
  return said.intent === understood.intent;
}

function rightService({ said, understood }: Judged): boolean {
  return said.service === understood.service;
}

function rightScope({ said, understood }: Judged): boolean {
  return said.scope === understood.scope;
}

function isReport({ said }: Judged): boolean {
  return said.intent === 'report';
}

function report(judged: ReadonlyMap<Language, readonly Judged[]>): string {
  return [...judged]
    .map(([language, own]) => {
      const shares = [
        share(own, rightIntent),
        share(own, rightService),
        share(own.filter(isReport), rightScope),
      ];
      const [intent, service, scope] = shares.map((part) => `${(part * 100).toFixed(1)} %`);
      return `${language}: ${own.length} sentences, intent ${intent}, service ${service}, scope of reports ${scope}`;
    })
    .join('\n');
}
