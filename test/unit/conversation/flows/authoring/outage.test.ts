import { expect } from 'chai';
import type { FormMessage } from '../../../../../src/conversation/messages.ts';
import { type Person, Town } from '../../../../support/conversation.ts';
import { subscriptionOf } from '../../../../support/notices.ts';
import { shipped } from '../../../../support/playbooks.ts';

const plain = shipped('itcentrum');

function town(change: Partial<typeof plain.notices> = {}): Town {
  const playbook = { ...plain, notices: { ...plain.notices, ...change } };
  return new Town(playbook, '2026-11-24T10:00');
}

function formOf(person: Person): FormMessage {
  const message = person.replies.findLast(({ message: each }) => each.kind === 'form')?.message;
  if (message?.kind !== 'form') throw new Error(`no form in:\n${person.text}`);
  return message;
}

function fill(person: Person, fields: Record<string, string>): void {
  person.pressId(formOf(person).submit.id, fields);
}

const OUTAGE = { services: 'tes', sites: 'tierp', text: 'Servern är nere', since: '08:30' };

describe('who may write a notice', () => {
  const all = town({ authors: ['it-lead'] });

  it('is IT’s desk, and a role that the channel knows for certain', () => {
    all.desk.say('nytt driftmeddelande');
    expect(all.desk.labels).to.include.members(['Skriv om ett driftstopp', 'Meddela planerat arbete']);
    const lead = all.person('lena', { role: 'it-lead' });
    lead.say('anmäl driftstopp');
    expect(formOf(lead).title).to.equal('Driftstopp');
    lead.happen({ kind: 'wished', wish: 'notice' });
    expect(lead.labels).to.include('Skriv om ett driftstopp');
  });

  it('is who holds a contact that is named, by the directory', () => {
    const [contacts, notices] = [new Map(plain.contacts), { ...plain.notices, authors: ['support'] }];
    contacts.set('support', { ...contacts.get('support')!, accounts: new Set(['lena@example.org']) });
    const named = new Town({ ...plain, contacts, notices }, '2026-11-24T10:00');
    for (const name of ['Lena', 'Bo']) {
      const identity = { name, email: `${name}@example.org`, phone: null, manager: null };
      named.identities.set(name.toLowerCase(), identity);
    }
    const lena = named.person('lena');
    lena.say('nytt driftmeddelande');
    expect(lena.labels).to.include('Skriv om ett driftstopp');
    const bo = named.person('bo');
    bo.say('nytt driftmeddelande');
    expect(bo.text).to.contain('Bara IT kan skriva driftmeddelanden här');
  });

  it('is nobody by what they say of themselves', () => {
    const anna = all.person('anna');
    all.profiles.set('anna', { role: 'it-lead', site: null, language: 'sv', contactBack: null });
    anna.say('nytt driftmeddelande');
    expect(anna.text).to.contain('Bara IT kan skriva driftmeddelanden här');
    anna.happen({ kind: 'wished', wish: 'notice' });
    expect(anna.text).to.contain('Bara IT kan skriva');
    expect(all.notices.size).to.equal(0);
  });

  it('“anmäl driftstopp” of anybody else is a report', () => {
    const anna = all.person('bo');
    anna.say('anmäl driftstopp');
    expect(anna.state.flow?.name).to.equal('report');
  });

  it('loses it with the role: a draft’s buttons do nothing any more', () => {
    const lead = all.person('lars', { role: 'it-lead' });
    lead.say('anmäl driftstopp');
    const { id } = formOf(lead).submit;
    const former = all.person('lars');
    former.state = lead.state;
    former.pressId(id, OUTAGE);
    expect(former.state.flow?.name).to.equal('notice');
    expect(former.text).to.not.contain('Förhandsvisning');
  });
});

describe('an outage is written', () => {
  it('in a form, seen in every language with what it lacks, and sent to so many', () => {
    const all = town();
    for (let i = 0; i < 14; i++) all.subscriptions.set(`c${i}`, subscriptionOf(`c${i}`));
    for (let i = 0; i < 230; i++)
      all.subscriptions.set(`p${i}`, subscriptionOf(`p${i}`, { source: 'person', sites: ['tierp'] }));
    all.subscriptions.set('heby', subscriptionOf('heby', { sites: ['heby'] }));
    const it = all.desk;
    it.say('anmäl driftstopp');
    fill(it, OUTAGE);
    expect(it.replies.map(({ message }) => [message.kind, message.language])).to.deep.equal([
      ['notice', 'sv'],
      ['notice', 'en'],
      ['confirm', 'sv'],
    ]);
    expect(it.text).to.contain('Förhandsvisning på engelska').and.contain('Text missing in English');
    expect(it.text).to.contain('14 kanaler och 230 personer får det');
    expect(it.labels).to.include.members(['Skriv på engelska', 'Skicka till 14 kanaler och 230 personer']);
    expect(all.notices.size, 'nothing is sent before').to.equal(0);
    it.press('Skriv på engelska');
    fill(it, { 'text@en': 'The server is down' });
    expect(it.text).to.contain('The server is down').and.not.contain('Text missing');
    it.press('Skicka till');
    const [notice] = all.notices.values();
    expect(notice).to.deep.include({
      ...{ services: ['tes'], sites: ['tierp'], wait: true, long: false, publication: 'published' },
      text: { sv: 'Servern är nere', en: 'The server is down' },
    });
  });

  it('one question at a time, with everything put right on the way', () => {
    const all = town();
    const it = all.desk;
    it.say('anmäl driftstopp');
    it.press('En fråga i taget');
    it.say('TES och tresreva och blaj');
    expect(it.text).to.contain('Jag förstår inte ”blaj”').and.contain('Vad fungerar inte?');
    it.say('TES och tresreva');
    it.say('Tierp');
    it.say('Servern är nere');
    it.say('i morgon 8');
    expect(it.text).to.contain('Det kan inte ha börjat senare än nu');
    it.say('8');
    it.say('ja');
    it.press('Nej');
    it.say('tillbaka');
    expect(it.text).to.contain('Blir det långt?');
    it.press('Nej');
    it.press('om en timme');
    it.press('Hoppa över');
    it.press('Ingen rutin');
    it.press('Nej');
    it.press('Skicka');
    const [notice] = all.notices.values();
    expect(notice).to.deep.include({
      ...{ services: ['tes', 'treserva'], sites: ['tierp'], text: { sv: 'Servern är nere' }, wait: true },
      ...{ since: all.now.subtract({ hours: 2 }).epochMilliseconds, routine: null, asksRead: false },
      nextWord: all.now.add({ hours: 1 }).epochMilliseconds,
    });
  });

  it('is told what is wrong next to each field, and nothing that was written is lost', () => {
    const all = town();
    const it = all.desk;
    it.say('anmäl driftstopp');
    fill(it, { ...OUTAGE, since: 'kanske 08', 'next-word': '25:00' });
    expect(it.text)
      .to.contain('Sedan när: Jag förstår inte ”kanske”')
      .and.contain('Nästa besked: tiden 25:00');
    expect(formOf(it).fields.find(({ id }) => id === 'text')?.value).to.equal('Servern är nere');
    fill(it, { since: 'nu', 'next-word': '' });
    expect(it.text).to.contain('Förhandsvisning på svenska');
    it.say('avbryt');
    it.press('Nej, fortsätt');
    expect(formOf(it).fields.find(({ id }) => id === 'text')?.value).to.equal('Servern är nere');
  });

  it('from a proposal, with what it knows; and that is answered by it', () => {
    const all = town();
    for (const user of ['a', 'b', 'c']) {
      const person = all.person(user, { site: 'tierp' });
      person.say('TES fungerar inte');
      person.press('Flera drabbas, men arbetet går vidare');
    }
    const it = all.desk;
    it.press('Skriv det först');
    expect(
      formOf(it)
        .fields.map(({ id, value }) => [id, value])
        .slice(0, 2),
    ).to.deep.equal([
      ['services', 'tes'],
      ['sites', 'tierp'],
    ]);
    fill(it, { text: 'Vi startar om' });
    it.press('Skicka');
    expect([...all.proposals.values()].map(({ state }) => state)).to.deep.equal(['announced']);
    expect([...all.notices.values()][0]).to.deep.include({
      sites: ['tierp'],
      proposal: [...all.proposals.keys()][0],
    });
  });

  it('from a template, in all of its languages', () => {
    const template = {
      ...{
        id: 'net',
        kind: 'outage' as const,
        title: { sv: 'Nätet ligger nere', en: 'The network is down' },
      },
      ...{ text: { sv: 'Vi felsöker.', en: 'We look for the cause.' }, meanwhile: {}, services: ['network'] },
      ...{ sites: null, routine: 'disturbance', wait: true },
    };
    const all = town({ templates: new Map([['net', template]]) });
    const it = all.desk;
    it.say('nytt driftmeddelande');
    it.press('Börja med en färdig text');
    it.press('Nätet ligger nere');
    fill(it, {});
    expect(it.text).to.contain('The network is down').and.not.contain('Text missing');
    it.press('Skicka');
    expect([...all.notices.values()][0]).to.deep.include({ title: template.title, text: template.text });
  });

  it('once, however often it is sent', () => {
    const all = town();
    const it = all.desk;
    it.say('anmäl driftstopp');
    fill(it, OUTAGE);
    const { id } = it.choice('Skicka');
    it.pressId(id);
    it.pressId(id);
    expect(all.notices.size).to.equal(1);
  });
});

describe('a second person', () => {
  it('confirms what another wrote; whoever wrote it cannot, and nobody gets it before', () => {
    const all = town({ secondPerson: true, authors: ['it-lead'] });
    const lead = all.person('lena', { role: 'it-lead' });
    lead.say('anmäl driftstopp');
    fill(lead, OUTAGE);
    expect(lead.text).to.contain('En annan person på IT måste bekräfta det');
    lead.press('Skicka för bekräftelse');
    const [waiting] = all.notices.values();
    expect(waiting?.publication).to.equal('to-confirm');
    expect(all.desk.text).to.contain('Väntar på bekräftelse').and.contain('Servern är nere');
    const anna = all.person('anna');
    anna.say('är det driftstopp?');
    expect(anna.text).to.contain('Inget driftstopp är anmält');
    lead.happen({ kind: 'wished', wish: 'notice' });
    all.desk.press('Det stämmer: skicka');
    expect([...all.notices.values()][0]).to.include({ publication: 'published', revision: 1 });
  });

  it('is not the author: the desk’s own notice needs somebody else there', () => {
    const all = town({ secondPerson: true });
    all.desk.say('Treserva');
    all.desk.press('Meddela driftstopp');
    expect(JSON.stringify(all.desk.transcript)).to.contain('väntar tills en annan person');
    all.desk.press('Det stämmer: skicka');
    expect(all.desk.text).to.contain('Den som skrev det kan inte bekräfta det');
    expect([...all.notices.values()][0]?.publication).to.equal('to-confirm');
    all.desk.press('Skicka det inte');
    expect([...all.notices.values()][0]?.publication).to.equal('discarded');
  });
});

describe('who has read it', () => {
  function asked(people: number, readers: readonly string[]): [Town, Person] {
    const all = town();
    for (let i = 0; i < people; i++)
      all.subscriptions.set(`p${i}`, subscriptionOf(`p${i}`, { source: 'person', user: `p${i}` }));
    all.desk.say('anmäl driftstopp');
    fill(all.desk, { ...OUTAGE, 'asks-read': 'yes' });
    all.desk.press('Skicka till');
    const [notice] = all.notices.values();
    for (const user of readers) all.readers.add(`${notice?.id}/${user}`);
    all.desk.press('Vad kan jag göra');
    all.desk.press('Vilka har läst?');
    return [all, all.desk];
  }

  it('is told by name, and who has not, who are reminded once', () => {
    const [, it] = asked(3, ['p0']);
    expect(it.text)
      .to.contain('1 har läst:\n– p0\n')
      .and.contain('2 har fått det men inte läst:\n– p1\n– p2');
    it.press('Påminn dem');
    expect(it.text).to.contain('påminns, en gång');
    it.say('nytt driftmeddelande');
    it.press('Vilka har läst?');
    expect(it.text).to.contain('De som inte hade läst har påmints');
    expect(it.labels).to.not.include('Påminn dem som inte har');
  });

  it('names 20 of each, and says how many more', () => {
    const [, it] = asked(
      45,
      Array.from({ length: 22 }, (_, i) => `p${i}`),
    );
    expect(it.text.match(/^– /gm)).to.have.length(40);
    expect(it.text).to.contain('22 har läst:').and.contain('och 2 till').and.contain('och 3 till');
  });

  it('is nothing for anybody else, even with the author’s button', () => {
    const [all, it] = asked(3, ['p0']);
    it.press('Vad kan jag göra');
    const other = all.person('anna');
    other.state = it.state;
    other.pressId(it.choice('Vilka har läst?').id);
    expect(other.replies).to.not.deep.equal([]);
    expect(other.text).to.not.contain('– p0');
  });
});

describe('an outage’s life', () => {
  function open(): Town {
    const all = town();
    all.desk.say('anmäl driftstopp');
    fill(all.desk, { ...OUTAGE, 'next-word': 'om 30 minuter', 'asks-read': 'yes' });
    all.desk.press('Skicka');
    return all;
  }
  const noticeOf = (all: Town) => [...all.notices.values()][0];

  it('has updates, which are seen before they are sent', () => {
    const all = open();
    const it = all.desk;
    it.press('Vad kan jag göra');
    it.press('Skriv nytt besked');
    fill(it, { text: 'Vi vet varför', phase: 'identified', important: 'yes' });
    expect(it.text).to.contain('Orsaken är funnen').and.contain('Vi vet varför');
    expect(noticeOf(all)?.updates).to.have.length(0);
    it.press('Skicka');
    expect(noticeOf(all)?.updates[0]).to.deep.include({
      ...{ phase: 'identified', text: { sv: 'Vi vet varför' }, important: true },
    });
    it.press('Vad kan jag göra');
    it.press('Rätta texten');
    it.press('Vi vet varför');
    fill(it, { text: 'Vi vet varför: en disk' });
    it.press('Skicka');
    expect(noticeOf(all)?.updates[0]?.text).to.deep.equal({ sv: 'Vi vet varför: en disk' });
  });

  it('is corrected in a form with its texts in every language of the organisation', () => {
    const all = town();
    const it = all.desk;
    it.say('nytt driftmeddelande');
    it.press('Börja med en färdig text');
    it.press('Driftstörning');
    fill(it, { services: 'tes', meanwhile: 'Skriv på paper' });
    it.press('Skicka');
    it.press('Vad kan jag göra');
    it.press('Rätta texten');
    const form = formOf(it);
    expect(form.fields.map(({ id, label }) => [id, label])).to.deep.equal([
      ['title', 'Rubrik på svenska'],
      ['text', 'Den rätta texten på svenska'],
      ['meanwhile', 'Vad man gör så länge på svenska'],
      ['title@en', 'Rubrik på engelska'],
      ['text@en', 'Den rätta texten på engelska'],
      ['meanwhile@en', 'Vad man gör så länge på engelska'],
    ]);
    expect(form.fields.find(({ id }) => id === 'text@en')?.value).to.contain('We have disturbances');
    fill(it, { meanwhile: 'Skriv på papper', 'meanwhile@en': 'Write on paper', 'text@en': 'TES is down.' });
    expect(it.text).to.contain('TES is down.').and.contain('Write on paper');
    const before = noticeOf(all);
    it.press('Skicka');
    expect(noticeOf(all)).to.deep.include({
      title: before?.title,
      text: { sv: before?.text.sv, en: 'TES is down.' },
      meanwhile: { sv: 'Skriv på papper', en: 'Write on paper' },
      revision: 2,
    });
  });

  it('is corrected one text at a time: what stands is shown, and left as it is by a press or a word', () => {
    const all = open();
    const it = all.desk;
    it.press('Vad kan jag göra');
    it.press('Rätta texten');
    it.press('En fråga i taget');
    expect(it.text).to.contain('Nu står det: ”Servern är nere”').and.contain('på svenska');
    it.press('Låt det stå');
    expect(it.text).to.contain('på engelska').and.not.contain('Nu står det');
    it.say('The server is down');
    it.press('Skicka');
    expect(noticeOf(all)?.text).to.deep.equal({ sv: 'Servern är nere', en: 'The server is down' });
    it.press('Vad kan jag göra');
    it.press('Rätta texten');
    it.press('En fråga i taget');
    it.say('hoppa över');
    it.say('The server is down again');
    it.press('Skicka');
    expect(noticeOf(all)?.text).to.deep.equal({ sv: 'Servern är nere', en: 'The server is down again' });
  });

  it('reminds its author of the word that was promised', () => {
    const all = open();
    const it = all.desk;
    all.now = all.now.add('PT30M');
    it.happen({ kind: 'word-due', notice: noticeOf(all)?.id ?? '' });
    expect(it.text).to.contain('Du har lovat besked om ”TES” till i dag kl. 10:30');
    it.press('Om en timme');
    expect(noticeOf(all)).to.include({ nextWord: all.now.add('PT1H').epochMilliseconds });
    it.press('Det fungerar igen');
    expect(noticeOf(all)).to.include({ phase: 'resolved', over: all.now.epochMilliseconds });
    it.happen({ kind: 'word-due', notice: noticeOf(all)?.id ?? '' });
    expect(it.replies, 'nobody is reminded of what is over').to.deep.equal([]);
  });

  it('ends with a word and what it was, which can be written later too', () => {
    const all = open();
    const it = all.desk;
    it.press('Vad kan jag göra');
    it.press('Det fungerar igen, med ett besked');
    fill(it, { text: 'Starta om appen' });
    it.press('Skicka');
    it.press('Vad kan jag göra');
    it.press('Skriv vad det var');
    fill(it, { retrospect: 'En disk gick sönder' });
    it.press('Skicka');
    expect(noticeOf(all)).to.deep.include({ retrospect: { sv: 'En disk gick sönder' } });
  });

  it('is taken back only when that is surely meant', () => {
    const all = open();
    all.desk.press('Vad kan jag göra');
    all.desk.press('Återkalla');
    expect(all.desk.text).to.contain('Återkalla ”TES”?');
    expect(noticeOf(all)?.publication).to.equal('published');
    all.desk.press('Ja, återkalla');
    expect(noticeOf(all)?.publication).to.equal('recalled');
  });

  it('shows how it goes out in one message that changes in place, with names and why', () => {
    const all = open();
    const it = all.desk;
    const id = noticeOf(all)?.id ?? '';
    const ledger = {
      notice: id,
      revision: 1,
      intended: 4,
      sent: 1,
      failed: 0,
      skipped: 0,
      waiting: 3,
      ambiguous: 0,
    };
    const at = all.now.epochMilliseconds;
    it.happen({ kind: 'going-out', ledger: { ...ledger, complete: true, at }, rows: [] });
    expect(it.replies[0]?.replaces).to.equal(null);
    const first = it.replies[0]?.key;
    const rows = [
      {
        ...{ destination: 'x', name: '#drift', state: 'failed' as const, cause: 'left' as const },
        reason: 'Slack answered 200 (is_archived): the channel is archived',
      },
    ];
    it.happen({
      kind: 'going-out',
      ledger: { ...ledger, sent: 3, failed: 1, waiting: 0, complete: true, at },
      rows,
    });
    expect(it.replies[0]?.replaces).to.equal(first);
    expect(it.text).to.contain('#drift').and.contain('boten är borttagen eller blockerad där');
    expect(it.text).to.contain('Misslyckades: 1').and.not.contain('is_archived');
    expect(it.labels).to.include.members(['Försök igen med de misslyckade', 'Vilka har läst?']);
    it.press('Vilka har läst?');
    expect(it.text).to.contain('Ingen har läst ännu').and.contain('Alla som har fått det har läst');
    it.happen({ kind: 'going-out', ledger: { ...ledger, revision: 2, complete: false, at }, rows: [] });
    expect(it.replies[0]?.replaces, 'another revision has a message of its own').to.equal(null);
  });
});
