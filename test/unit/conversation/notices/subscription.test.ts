import { expect } from 'chai';
import type { Room } from '../../../../src/conversation/event.ts';
import { subscriptionWish } from '../../../../src/conversation/understanding/lexicon/subscriptions.ts';
import { MUTED_FOR_GOOD } from '../../../../src/domain/notices/subscription.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { Town } from '../../../support/conversation.ts';
import { shipped } from '../../../support/playbooks.ts';

const ROOM: Room = { conversation: 'slack/itcentrum/T1/C1', id: 'C1', name: 'drift' };
const playbook = shipped('itcentrum');

describe('what a chat gets of notices', () => {
  let town: Town;
  beforeEach(() => {
    town = new Town(playbook, '2026-11-23T10:00');
  });

  it('begins with one’s own unit, in one’s own language', () => {
    const anna = town.person('anna', { site: 'tierp' });
    anna.say('prenumerera');
    anna.press('Prenumerera');
    expect(anna.text).to.include('Enheter: Tierp').and.include('Språk: Svenska');
    expect(town.subscriptions.get('test/anna')).to.deep.include({
      ...{ source: 'person', user: 'anna', sites: ['tierp'], services: null, kinds: null, language: 'sv' },
      ...{ mutedUntil: null, confirmed: true },
    });
  });

  it('has as many units and services as one chooses, and never none', () => {
    const anna = town.person('anna', { site: 'tierp' });
    anna.say('prenumerera');
    anna.press('Prenumerera');
    anna.press('Ändra enheter');
    anna.press('Heby');
    anna.press('✓ Tierp');
    expect(town.subscriptions.get('test/anna')?.sites).to.deep.equal(['heby']);
    anna.press('✓ Heby');
    expect(town.subscriptions.get('test/anna')?.sites).to.deep.equal(['heby']);
    anna.press('alla');
    expect(town.subscriptions.get('test/anna')?.sites).to.equal(null);
    anna.press('Klart');
    anna.press('Ändra tjänster');
    anna.press('TES');
    expect(town.subscriptions.get('test/anna')?.services).to.deep.equal(['tes']);
  });

  it('can be muted for a day, a week or for good, and again not', () => {
    const anna = town.person('anna');
    anna.say('prenumerera');
    anna.press('Prenumerera');
    const muted = () => town.subscriptions.get('test/anna')?.mutedUntil;
    const now = town.now.epochMilliseconds;
    for (const [label, until] of [
      ['Ett dygn', now + 24 * 3_600_000],
      ['En vecka', now + 7 * 24 * 3_600_000],
      ['Tills vidare', MUTED_FOR_GOOD],
      ['Inte tyst', null],
    ] as const) {
      anna.press('Tysta en tid');
      anna.press(label);
      expect(muted(), label).to.equal(until);
    }
  });

  it('ends, and can begin again', () => {
    const anna = town.person('anna');
    anna.say('prenumerera');
    anna.press('Prenumerera');
    anna.press('Sluta prenumerera');
    expect(town.subscriptions.size).to.equal(0);
    anna.press('Ändra vad');
    expect(anna.text).to.include('gäller inte längre');
    anna.press('Prenumerera igen');
    expect(town.subscriptions.size).to.equal(1);
  });

  it('is for the whole channel where it is asked for in one', () => {
    const anna = town.person('anna', { site: 'tierp' }, ROOM);
    anna.say('prenumerera');
    anna.press('Prenumerera');
    const subscription = town.subscriptions.get(ROOM.conversation);
    expect(subscription).to.deep.include({ source: 'channel', user: null, name: 'drift', sites: ['tierp'] });
    const bo = town.person('bo', {}, ROOM);
    bo.say('avprenumerera');
    expect(bo.text).to.include('Det gäller alla i den');
    bo.press('Sluta prenumerera');
    expect(town.subscriptions.size).to.equal(0);
  });

  it('is shown, and cannot be changed, where the playbook decides', () => {
    const channel = {
      ...{ platform: 'slack' as const, channel: 'C1', name: 'drift', sites: ['tierp'], services: null },
      ...{ kinds: ['outage' as const], language: null },
    };
    const decided = new Town(
      { ...playbook, notices: { ...playbook.notices, channels: [channel] } },
      '2026-11-23T10:00',
    );
    const anna = decided.person('anna', {}, ROOM);
    for (const text of ['prenumerera', 'avprenumerera', 'tysta']) {
      anna.say(text);
      expect(anna.text, text).to.include('Vad: bara driftstopp').and.include('Enheter: Tierp');
      expect(anna.text, text).to.include('bestämt av organisationen');
      expect(anna.labels, text).to.deep.equal([]);
    }
    expect(decided.subscriptions.size).to.equal(0);
  });
});

describe('words about what one gets', () => {
  it('are understood in each language', () => {
    const words = {
      sv: ['prenumerera', 'avprenumerera', 'tysta'],
      nb: ['abonner', 'meld meg av', 'demp'],
      nl: ['abonneren', 'afmelden', 'dempen'],
      en: ['subscribe', 'unsubscribe', 'mute'],
    };
    for (const language of LANGUAGES)
      expect(words[language].map(subscriptionWish), language).to.deep.equal([
        'subscription',
        'unsubscribe',
        'mute',
      ]);
  });

  it('may be said in a sentence', () => {
    for (const text of [
      'jag vill prenumerera pa driftinformation',
      'prenumerera pa driftstopp i den har kanalen',
      'mina prenumerationer',
      'jeg vil abonnere pa driftsmeldinger',
      'ik wil me abonneren op storingen',
      'i want to subscribe to notices',
      'my subscriptions',
    ])
      expect(subscriptionWish(text), text).to.equal('subscription');
    expect(subscriptionWish('mute for a week')).to.equal('mute');
    expect(subscriptionWish('please unsubscribe me from this')).to.equal('unsubscribe');
  });

  it('are not heard in faults that speak of the like', () => {
    for (const text of [
      'mute fungerar inte i teams',
      'mikrofonen ar tyst',
      'jag kan inte prenumerera pa kalendern',
      'prenumerationen pa office har gatt ut',
      'subscription expired for office',
      'the phone is on mute and i cannot hear',
      'lyden er dempet i teams',
      'abonnement pa mobilen er sperret',
      'het abonnement van mijn telefoon is geblokkeerd',
    ])
      expect(subscriptionWish(text), text).to.equal(null);
  });
});
