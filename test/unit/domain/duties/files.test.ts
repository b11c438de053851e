import { expect } from 'chai';
import { type FilesOfDay, filesOn } from '../../../../src/domain/duties/files.ts';
import { dayNumber, weekdayOf } from '../../../../src/domain/hours/days.ts';
import { shipped } from '../../../support/playbooks.ts';

const number = (date: string) => dayNumber(Temporal.PlainDate.from(date));
const playbook = shipped('falkenberg');
const duty = playbook.duties.get('daily-copy');
const on = (date: string) => {
  if (duty === undefined) throw new Error('Falkenberg has no daily copy');
  return filesOn(duty, playbook.timezone, number(date), 'Ullared');
};
const names = (days: readonly FilesOfDay[]) => days.flatMap((day) => day.names);

describe('the files of a duty', () => {
  it('are called as the routine says, three days ahead', () => {
    expect(names(on('2022-06-20').save)).to.deep.equal([
      ...['220621 Brukarschema Ullared', '220621 Översiktsschema Ullared'],
      ...['220622 Brukarschema Ullared', '220622 Översiktsschema Ullared'],
      ...['220623 Brukarschema Ullared', '220623 Översiktsschema Ullared'],
    ]);
  });

  it('reach over days off to the next day on which somebody saves some', () => {
    // Friday: the weekend and Monday. Thursday before Easter: until Tuesday.
    expect(on('2026-11-27').save.map(({ day }) => weekdayOf(day))).to.deep.equal([6, 7, 1]);
    expect(on('2026-04-02').save.map(({ day }) => day - number('2026-04-02'))).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('may be deleted after two weeks: each is named once, on the first day that it may', () => {
    expect(names(on('2026-11-26').drop)).to.deep.equal([
      ...['261111 Brukarschema Ullared', '261111 Översiktsschema Ullared'],
    ]);
    const days = Array.from({ length: 60 }, (_, i) => number('2026-03-02') + i);
    const dropped = days
      .filter((day) => (duty?.spansOn(day).length ?? 0) > 0)
      .flatMap((day) => on(Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString()).drop)
      .map(({ day }) => day);
    expect(dropped).to.deep.equal(dropped.map((_, i) => (dropped[0] ?? 0) + i));
  });

  it('take a place as it is written, whatever is in it', () => {
    const strange = {
      ...duty,
      files: { names: ['{date} {place} {date}'], ahead: 1, keep: 0 },
    } as typeof duty;
    if (strange === undefined) throw new Error('Falkenberg has no daily copy');
    expect(
      filesOn(strange, 'Europe/Stockholm', number('2026-11-24'), '$& {date}').save[0]?.names,
    ).to.deep.equal(['261125 $& {date} 261125']);
  });
});
