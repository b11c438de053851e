import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Choice } from '../../src/conversation/messages.ts';
import { runHere } from '../support/run-here.ts';
import { type CommandResult, driftvakt } from '../support/service-process.ts';

interface ChatLine {
  readonly to: string;
  readonly at: string;
  readonly kind: string;
  readonly text: string;
  readonly choices: readonly Choice[];
}

const NINE = '2026-11-23T09:00:00+01:00';

const given = (words: readonly string[]) => [
  ...['chat', '--org', 'porsanger', '--locale', 'nb', '--user', 'anna'],
  ...words,
];

/** A chat within this process. */
function chat(lines: readonly string[], ...words: string[]): Promise<CommandResult> {
  return runHere(given(words), {}, lines);
}

/** The command as a user starts it. */
async function chatProcess(lines: readonly string[], ...words: string[]): Promise<CommandResult> {
  return driftvakt(given(words), {}, `${lines.join('\n')}\n`);
}

/** A chat that must go well, as its lines of JSON. */
async function said(lines: readonly string[], ...words: string[]): Promise<ChatLine[]> {
  return linesOf(await chat(lines, '--at', NINE, '--json', ...words));
}

/** The same in processes of their own. */
async function saidInProcess(lines: readonly string[], ...words: string[]): Promise<ChatLine[]> {
  return linesOf(await chatProcess(lines, '--at', NINE, '--json', ...words));
}

function linesOf({ code, out, err }: CommandResult): ChatLine[] {
  expect([code, err]).to.deep.equal([0, '']);
  return out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('driftvakt chat', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-chat-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('prints one JSON object a message, with the interface’s fields first', async () => {
    const [greeting] = await saidInProcess(['hei']);
    expect(Object.keys(greeting ?? {}).slice(0, 5)).to.deep.equal(['to', 'at', 'kind', 'text', 'choices']);
    expect(greeting).to.deep.include({ to: 'anna', at: NINE, kind: 'menu' });
    expect(greeting?.text).to.include('Porsanger kommune');
    for (const choice of greeting?.choices ?? [])
      expect(Object.keys(choice)).to.deep.equal(['id', 'label', 'style']);
  });

  it('says the same when the same is written', async () => {
    const lines = ['nettet er nede på skolen', '#1-1', '@+PT24H'];
    expect(await said(lines)).to.deep.equal(await said(lines));
  });

  it('presses choices, and lets what is due happen at its own time when the clock moves', async () => {
    const messages = await said(['nettet er nede på skolen', '#1-1', '@+PT24H', 'hei']);
    expect(messages[1]).to.include({ kind: 'call', at: NINE });
    const reminders = messages.slice(2, -1).map(({ at }) => at);
    expect(reminders[0]).to.equal('2026-11-23T09:10:00+01:00');
    expect(reminders).to.deep.equal(reminders.toSorted());
    expect(messages.at(-1)?.at).to.equal('2026-11-24T09:00:00+01:00');
  });

  it('moves the clock to an instant, and by days of the organisation’s own calendar', async () => {
    const messages = await said(['@2026-12-24T10:00:00+01:00', 'hei', '@+P100D', 'hei']);
    expect(messages.map(({ at }) => at)).to.deep.equal([
      '2026-12-24T10:00:00+01:00',
      '2027-04-03T10:00:00+02:00',
    ]);
  });

  it('sends a form with its fields, and offers what sends it', async () => {
    const [greeting] = await said(['hei']);
    const about = greeting?.choices.find(({ label }) => label === 'Om meg')?.id;
    const form = (await said(['hei', `#${about}`])).at(-1);
    expect(form?.kind).to.equal('form');
    const [submit] = form?.choices ?? [];
    expect(submit).to.include({ style: 'main' });
    const [, , saved] = await said(['hei', `#${about}`, `#${submit?.id} language=en`]);
    expect(saved).to.include({ kind: 'say', text: 'Saved.' });
  });

  it('goes on later where it was, and never at an earlier time', async () => {
    await saidInProcess(['nettet er nede på skolen', '@+PT1H'], '--data', folder);
    const [next] = await saidInProcess(['#1-1'], '--data', folder);
    expect(next).to.include({ kind: 'call', at: '2026-11-23T10:00:00+01:00' });
    const [another] = await saidInProcess(['hei'], '--data', folder, '--user', 'bo');
    expect(another).to.include({ to: 'bo', kind: 'menu', at: '2026-11-23T10:00:00+01:00' });
  });

  it('speaks as IT’s desk', async () => {
    const [menu] = await said(['hei'], '--desk');
    expect(menu).to.include({ to: 'desk', kind: 'menu' });
  });

  it('shows what IT’s desk is told, which the desk can go on with', async () => {
    const lines = ['nettet er nede på skolen', '#1-2', '#2-1'];
    const proposal = (await said(lines, '--data', folder)).find(({ to }) => to === 'desk');
    expect(proposal).to.include({ kind: 'proposal', at: NINE });
    const [answer] = await said([`#${proposal?.choices[0]?.id}`], '--data', folder, '--user', 'it', '--desk');
    expect(answer).to.include({ to: 'desk' });
    const [outage] = await said(['er det driftsstans?'], '--data', folder, '--user', 'bo');
    expect(outage).to.include({ to: 'bo', kind: 'notice' });
  });

  it('is readable without --json', async () => {
    const { code, out } = await chat(['hei'], '--at', NINE);
    expect(code).to.equal(0);
    expect(out)
      .to.include('Porsanger kommune')
      .and.to.match(/1\. .*#1-1/);
  });

  it('says nothing to nothing', async () => {
    expect(await said([])).to.deep.equal([]);
    expect(await said(['', '   '])).to.deep.equal([]);
  });

  const bad: Record<string, readonly [readonly string[], readonly string[], RegExp]> = {
    'a clock that goes backwards': [['@-PT1H'], ['--at', NINE], /"@-PT1H" moves the clock backwards/],
    'an instant that has passed': [['@2020-01-01T00:00:00Z'], ['--at', NINE], /backwards/],
    'a time that is none': [['@soon'], ['--at', NINE], /"@soon" is no time/],
    'a time without an offset': [['@2026-12-24T10:00'], ['--at', NINE], /is no time/],
    'a time that no clock shows': [['@+P300000Y'], ['--at', NINE], /is no time/],
    'an unknown organisation': [[], ['--org', 'nowhere'], /--org "nowhere" has no playbook/],
    'an unknown language': [[], ['--locale', 'de'], /--locale "de" is unknown/],
    'an unknown role': [[], ['--role', 'x'], /unknown role "x"/],
    'an unknown site': [[], ['--site', 'x'], /unknown site "x"/],
    'a user without a name': [[], ['--user', ''], /--user takes 1 to 60 characters/],
    'a start that is no instant': [[], ['--at', 'noon'], /--at "noon" is no instant/],
    'a folder that cannot be': [[], ['--data', '/dev/null/x'], /--data cannot be used/],
  };
  for (const [i, [name, [lines, words, message]]] of Object.entries(bad).entries()) {
    it(`answers ${name} with one clear line and exit code 2`, async () => {
      const { code, out, err } = await (i === 0 ? chatProcess : chat)(lines, ...words, '--json');
      expect([code, out]).to.deep.equal([2, '']);
      expect(err.trim().split('\n')).to.have.length(1);
      expect(err)
        .to.match(/^error: /)
        .and.to.match(message);
    });
  }
});
