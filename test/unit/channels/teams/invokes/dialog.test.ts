import { expect } from 'chai';
import type { InvokeAnswer } from '../../../../../src/channels/teams/invokes/answer.ts';
import { TEAMS_LIMITS } from '../../../../../src/channels/teams/limits.ts';
import { dialogCard, teamsCard } from '../../../../../src/channels/teams/render.ts';
import { spentCard } from '../../../../../src/channels/teams/signed.ts';
import { sizeOf } from '../../../../../src/channels/teams/size.ts';
import type { FormMessage, Reply } from '../../../../../src/conversation/messages.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import { type Payload, payload } from '../../../../replay/teams/payloads.ts';
import { parts, shownInTeams } from '../../../../support/shown.ts';
import { cardIn, InvokeStage, signOf, wordsIn } from './stage.ts';

const STALE = /gjelder ikke lenger/;
const NOT_YOURS = /til noen andre/;
const CLOSED: InvokeAnswer = { status: 200, body: null };

interface Form extends Reply {
  readonly message: FormMessage;
}

/** Somebody who asked "About me", and the form that they got. */
async function withForm(): Promise<{ stage: InvokeStage; form: Form; sign: { of: string; on: string } }> {
  const stage = new InvokeStage();
  const [form] = await stage.happen('dialog-fetch', { kind: 'said', text: 'Om meg', pictures: [] }, 'asked');
  if (form?.message.kind !== 'form') throw new Error('no form came');
  return { stage, form: form as Form, sign: { of: signOf('dialog-fetch'), on: form.key } };
}

/** The data of the first button of a card that has some. */
function dataOn(card: object): Payload {
  const button = parts(card).find(({ type }) => type === 'Action.Submit');
  return { ...(button?.data as Payload) };
}

const withData = (data: Payload) => ({ value: { data, context: { theme: 'default' } } });

describe('a form in Teams', () => {
  it('is a card with what is filled in, a button for the dialog, and the same questions one by one', async () => {
    const { form, sign } = await withForm();
    const card = teamsCard(form.message, sign);
    expect(parts(card).filter(({ type }) => String(type).startsWith('Input.'))).to.deep.equal([]);
    expect(shownInTeams(card)).to.include.members(['Språk', 'Ikke oppgitt', 'Fyll ut']);
    const { dialog, msteams, of, on } = dataOn(card);
    expect({ dialog, msteams, of, on }).to.deep.equal({
      ...{ dialog: form.message.submit.id, msteams: { type: 'task/fetch' }, ...sign },
    });
    const pressed = parts(card)
      .filter(({ type }) => type === 'Action.Execute')
      .map(({ data }) => (data as Payload).choice);
    expect(pressed).to.deep.equal(form.message.choices.map(({ id }) => id));
  });

  it('cannot be sent by its button alone, in a client that opens no dialogs: nothing would be filled in', async () => {
    const { form, sign } = await withForm();
    expect(dataOn(teamsCard(form.message, sign))).to.not.have.property('choice');
  });

  it('holds its fields where there is no Teams to open a dialog', async () => {
    const { form } = await withForm();
    const card = teamsCard(form.message);
    expect(parts(card).filter(({ type }) => type === 'Input.ChoiceSet')).to.have.length(
      form.message.fields.length,
    );
    expect(JSON.stringify(card)).to.not.include('task/fetch');
  });

  it('says nothing of what it held once it was sent', async () => {
    const { form, sign } = await withForm();
    const shown = shownInTeams(spentCard(teamsCard(form.message, sign), 'Lagre'));
    expect(shown).to.include('✓ Lagre').and.not.include('Ikke oppgitt').and.not.include('Fyll ut');
  });
});

describe('the dialog of a form', () => {
  it('has the fields with labels and what is wrong with them, and one button', async () => {
    const { stage, form, sign } = await withForm();
    const opened = await stage.send('dialog-fetch', withData(dataOn(teamsCard(form.message, sign))));
    const { title, card } = cardIn(opened);
    expect(title).to.equal(form.message.title);
    const inputs = parts(card).filter(({ type }) => String(type).startsWith('Input.'));
    expect(inputs.map(({ id }) => id)).to.deep.equal(form.message.fields.map(({ id }) => id));
    for (const { label, errorMessage } of inputs) {
      expect(label).to.match(/\S/);
      expect(errorMessage).to.equal('Velg en av disse.');
    }
    const buttons = parts(card).filter(({ type }) => String(type).startsWith('Action.'));
    expect(buttons.map(({ type, title: label }) => [type, label])).to.deep.equal([
      ['Action.Submit', 'Lagre'],
    ]);
    expect(dataOn(card)).to.deep.equal({ choice: form.message.submit.id, ...sign });
    expect(card.lang).to.equal('nb');
  });

  it('with two hundred units stays within what Teams takes, and its card in the chat is small', async () => {
    const { form, sign } = await withForm();
    const options = Array.from({ length: 200 }, (_, i) => ({
      value: `unit-${i}`,
      label: `Avdeling nummer ${i} i kommunen`,
    }));
    const fields = form.message.fields.map((field) => ({ ...field, options }));
    const large = { ...form.message, fields: fields.slice(0, 1) };
    expect(sizeOf(dialogCard(large, sign))).to.be.at.most(TEAMS_LIMITS.cardBytes);
    expect(
      parts(dialogCard(large, sign)).some(({ choices }) => (choices as unknown[])?.length === 200),
    ).to.equal(true);
    expect(sizeOf(teamsCard(large, sign))).to.be.below(5000);
  });

  it('saves what was filled in, closes, and the chat says so', async () => {
    const { stage, form, sign } = await withForm();
    const site = form.message.fields.find(({ id }) => id === 'site')?.options?.[1]?.value ?? '';
    expect(site).to.not.equal('');
    const data = { choice: form.message.submit.id, ...sign, site, language: 'sv' };
    expect(await stage.send('dialog-submit', withData(data))).to.deep.equal(CLOSED);
    const sent = stage.inbound.at(-1);
    expect(sent?.what).to.deep.equal({
      ...{ kind: 'pressed', choice: form.message.submit.id },
      fields: { site, language: 'sv' },
    });
    const [saved] = await stage.replies(sent?.id ?? '');
    expect(saved?.message).to.include({ kind: 'say', text: 'Sparat.' });
    const [again] = await stage.happen(
      'dialog-fetch',
      { kind: 'said', text: 'Om mig', pictures: [] },
      'later',
    );
    const fields = (again as Form).message.fields.map(({ id, value }) => [id, value]);
    expect(fields).to.deep.include.members([
      ['site', site],
      ['language', 'sv'],
    ]);
  });

  it('can be set to nothing again: each option has a value, as cards want it', async () => {
    const { stage, form, sign } = await withForm();
    const data = { choice: form.message.submit.id, ...sign };
    await stage.send('dialog-submit', withData({ ...data, language: 'nb' }));
    const about = { kind: 'said', text: 'Om meg', pictures: [] } as const;
    const [again] = (await stage.happen('dialog-fetch', about, 'later')) as Form[];
    const signed = { ...sign, on: again!.key };
    const sets = parts(dialogCard(again!.message, signed)).filter(({ type }) => type === 'Input.ChoiceSet');
    const values = sets.map(({ choices }) => (choices as Payload[]).map(({ value }) => value));
    expect(values.flat()).to.not.include('');
    expect(sets.find(({ id }) => id === 'language')?.value).to.equal('nb');
    expect(sets.find(({ id }) => id === 'site')?.value).to.equal(values[0]?.[0]);
    const nothing = { choice: again!.message.submit.id, ...signed, language: values.at(-1)?.[0] };
    const answer = await stage.send('dialog-submit', {
      ...withData(nothing),
      id: 'f:8',
      replyToId: '1763885659999',
    });
    expect(answer).to.deep.equal(CLOSED);
    const [last] = (await stage.happen('dialog-fetch', about, 'last')) as Form[];
    expect(last!.message.fields.find(({ id }) => id === 'language')?.value).to.equal('');
  });

  it('is saved once, though Teams sends it four times and under other ids', async () => {
    const { stage, form, sign } = await withForm();
    const data = { choice: form.message.submit.id, ...sign, language: 'nb' };
    for (const id of ['f:1', 'f:1', 'f:2', 'f:2'])
      expect(await stage.send('dialog-submit', { ...withData(data), id }), id).to.deep.equal(CLOSED);
    const [again] = await stage.happen(
      'dialog-fetch',
      { kind: 'said', text: 'Om meg', pictures: [] },
      'later',
    );
    // The question, one save and this: a second save would have been a turn of its own.
    expect(again?.key).to.equal('3.1');
  });

  it('is known again where Teams does not say on which message it was opened', async () => {
    const { stage, form, sign } = await withForm();
    const sent = { ...withData({ choice: form.message.submit.id, ...sign, language: 'nb' }) };
    for (const id of ['f:1', 'f:2']) await stage.send('dialog-submit', { ...sent, id, replyToId: undefined });
    const keys = stage.inbound.slice(-2).map(({ dedupeKeys }) => dedupeKeys);
    expect(keys[0]).to.have.length(2).and.to.deep.equal(keys[1]);
  });

  it('that is opened again long after it was saved says that it is out of date', async () => {
    const { stage, form, sign } = await withForm();
    const data = withData({ choice: form.message.submit.id, ...sign, language: 'nb' });
    await stage.send('dialog-submit', data);
    stage.town.now += 120_000;
    expect(wordsIn(await stage.send('dialog-submit', { ...data, id: 'f:3' }))).to.match(STALE);
  });

  it('of a message that is not there any more, or is no form, says so', async () => {
    const { stage, form, sign } = await withForm();
    const opener = { dialog: form.message.submit.id, ...sign };
    const [menu] = await stage.happen('dialog-fetch', { kind: 'said', text: 'hjelp', pictures: [] }, 'menu');
    for (const data of [
      { ...opener, on: '99.1' },
      { ...opener, on: menu?.key },
      { ...opener, dialog: '1-99' },
    ])
      expect(wordsIn(await stage.send('dialog-fetch', withData(data)))).to.match(STALE);
    const sent = { choice: '77-1', ...sign, language: 'nb' };
    expect(wordsIn(await stage.send('dialog-submit', withData(sent)))).to.match(STALE);
  });

  it('of somebody else is not opened and not sent', async () => {
    const { stage, form, sign } = await withForm();
    const foreign = { ...sign, of: 'someoneelse1' };
    const opened = await stage.send('dialog-fetch', withData({ dialog: form.message.submit.id, ...foreign }));
    expect(wordsIn(opened)).to.match(NOT_YOURS);
    const before = stage.inbound.length;
    const data = { choice: form.message.submit.id, ...foreign, language: 'nb' };
    expect(wordsIn(await stage.send('dialog-submit', withData(data)))).to.match(NOT_YOURS);
    expect(stage.inbound).to.have.length(before);
  });

  it('that cannot be kept says so, and whom to call', async () => {
    const { stage, form, sign } = await withForm();
    stage.refusal = () => {
      throw new StoreError('disk-full', 'full');
    };
    const data = withData({ choice: form.message.submit.id, ...sign, language: 'nb' });
    const { card } = cardIn(await stage.send('dialog-submit', data));
    expect(shownInTeams(card).join(' ')).to.include('kunne ikke lagres').and.include('+4700000001');
  });

  it('whose turn takes too long is closed with a word about it', async () => {
    const { stage, form, sign } = await withForm();
    stage.town.engine.workThrough = async () => undefined;
    const answer = stage.send('dialog-submit', withData({ choice: form.message.submit.id, ...sign }));
    while (stage.town.alarm.waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(stage.town.alarm.waits).to.include(5000);
    stage.town.alarm.ringAll();
    expect(wordsIn(await answer)).to.equal('Det tar litt tid. Svaret kommer i chatten.');
  });

  it('that is none of ours is not known here', async () => {
    const { stage } = await withForm();
    for (const name of ['dialog-fetch', 'dialog-submit'])
      for (const value of [undefined, null, 7, {}, { data: null }, { data: {} }, { data: { choice: 1 } }])
        expect((await stage.send(name, { value })).status, JSON.stringify(value)).to.equal(501);
  });

  it('as Teams sends it is understood', async () => {
    const { stage } = await withForm();
    const { of, dialog } = (payload('dialog-fetch').value as { data: Payload }).data;
    expect([of, dialog]).to.deep.equal([signOf('dialog-fetch'), '2-1']);
    expect(wordsIn(await stage.send('dialog-fetch'))).to.match(STALE);
  });
});
