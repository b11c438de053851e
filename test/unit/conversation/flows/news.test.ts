import { expect } from 'chai';
import { namedNews, namedWish } from '../../../../src/conversation/named-wish.ts';
import { LANGUAGES, type Language } from '../../../../src/domain/organisation/language.ts';
import { say } from '../../../../src/locales/say.ts';
import { choicesOf, Town } from '../../../support/conversation.ts';
import { shipped } from '../../../support/playbooks.ts';

const WORDS: Readonly<Record<Language, { digest: string; timed: string; each: string }>> = {
  sv: { digest: 'Ett meddelande om dagen', timed: 'ett meddelande om dagen kl. 16:30', each: 'allt genast' },
  nb: { digest: 'Én melding om dagen', timed: 'en melding om dagen klokken 16.30', each: 'hver for seg' },
  nl: { digest: 'Eén bericht per dag graag', timed: 'een bericht per dag om 16:30 uur', each: 'elk meteen' },
  en: { digest: 'I want one message a day', timed: 'one message a day at 16:30', each: 'each at once' },
};

describe('how somebody hears what becomes of their reports', () => {
  const somebody = () => {
    const town = new Town(shipped('kivido'), '2026-11-23T10:00');
    return { town, anna: town.person('anna', { locale: 'nl', role: 'employee' }) };
  };

  it('is asked for in words, in four languages, with a time of day, and taken back', () => {
    for (const language of LANGUAGES) {
      const { digest, timed, each } = WORDS[language];
      expect(namedNews(digest), digest).to.deep.equal({ as: 'digest', at: null });
      expect(namedNews(timed), timed).to.deep.equal({ as: 'digest', at: '16:30' });
      expect(namedNews(each), each).to.deep.equal({ as: 'each', at: null });
    }
    for (const other of [
      'one message a day at 25',
      'de telefoon doet het een keer per dag niet',
      'meldingen',
    ])
      expect(namedWish(other), other).to.not.equal('news');
  });

  it('is kept and said, with the playbook’s time where none was named', () => {
    const { town, anna } = somebody();
    anna.say('een bericht per dag om 16:30');
    expect(anna.text).to.include('16:30');
    expect(town.profiles.get('anna')).to.include({ news: 'digest', newsAt: '16:30' });
    anna.say('één bericht per dag');
    expect(anna.text).to.include('08:00');
    anna.say('elk meteen');
    expect(town.profiles.get('anna')).to.include({ news: 'each', newsAt: null });
  });

  it('stands in the form about oneself, and is changed there', () => {
    const { town, anna } = somebody();
    anna.say('mijn instellingen');
    const form = anna.replies.at(-1)?.message;
    if (form?.kind !== 'form') throw new Error(anna.text);
    const field = form.fields.find(({ id }) => id === 'news');
    expect(field?.value).to.equal('each');
    expect(field?.options?.map(({ label }) => label)).to.include('Eén bericht per dag, om 16:00');
    anna.happen({ kind: 'pressed', choice: form.submit.id, fields: { language: 'nl', news: '16:00' } });
    expect(town.profiles.get('anna')).to.include({ news: 'digest', newsAt: '16:00', language: 'nl' });
    anna.happen({ kind: 'pressed', choice: form.submit.id, fields: { news: 'each' } });
    expect(town.profiles.get('anna')).to.include({ news: 'each', newsAt: null });
    anna.happen({ kind: 'pressed', choice: form.submit.id, fields: { news: '03:33' } });
    expect(town.profiles.get('anna')).to.include({ news: 'each' });
    anna.press(say('nl', 'profile.change-news'));
    anna.press('Eén bericht per dag, om 07:00');
    expect(town.profiles.get('anna')).to.include({ news: 'digest', newsAt: '07:00' });
  });

  it('comes at the time that was asked for, once', () => {
    const { town, anna } = somebody();
    const manager = town.person('manager', { role: 'manager-general-affairs', locale: 'nl' });
    manager.say('hallo');
    anna.say('een bericht per dag om 16:30');
    anna.say('De mail doet het niet');
    anna.press('Nee, niets in of uit');
    manager.press(say('nl', 'case.do-urgent'));
    const digests = () =>
      anna.transcript.filter(
        ({ message }) => message.kind === 'reports' && message.title === say('nl', 'news.digest-title'),
      );
    expect(digests()).to.have.length(0);
    const due = () =>
      anna.state.reminders
        .filter(({ about }) => about.kind === 'digest')
        .map(({ due: at }) =>
          Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO('Europe/Amsterdam')
            .toPlainTime()
            .toString(),
        );
    expect(due()).to.include('16:30:00');
  });

  it('is nothing where nobody follows reports up', () => {
    const town = new Town(shipped('falkenberg'), '2026-11-23T10:00');
    const eva = town.person('eva', { locale: 'sv' });
    eva.say('ett meddelande om dagen');
    expect(eva.text).to.include('finns inget att samla');
    eva.say('min profil');
    const form = eva.replies.at(-1)?.message;
    expect(form?.kind === 'form' && form.fields.map(({ id }) => id)).to.not.include('news');
    expect(choicesOf(form!).map(({ label }) => label)).to.not.include(say('sv', 'profile.change-news'));
  });
});
