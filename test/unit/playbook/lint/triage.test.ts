import { expect } from 'chai';
import { changed, faultsOf, mistakesIn, TRIAGE } from '../sample.ts';

const mistake = mistakesIn(TRIAGE);
const web = 'triage.web';
const answer = (question: string, i: number) => `${web}.questions.${question}.answers[${i}]`;
const meant = (id: string) => `did you mean "${id}"?`;

describe('triage without a mistake', () => {
  it('has no fault', () => {
    expect(faultsOf(TRIAGE)).to.deep.equal([]);
  });
});

describe('an id in triage that is not defined is found', () => {
  mistake('service of a tree', 'service: web\n', 'service: wbe\n', `${web}.service`, 'not in "services:"');
  mistake('role of a tree', 'role: planner', 'role: plannr', `${web}.role`, meant('planner'));
  mistake('circumstance', 'is: [danger]', 'is: dangr', `${answer('whole', 1)}.end.is`, meant('danger'));
  mistake(
    'policy',
    'policy: direct, routine',
    'policy: drect, routine',
    `${answer('whole', 1)}.end.policy`,
    meant('direct'),
  );
  mistake(
    'service',
    'service: mail }',
    'service: mial }',
    `${answer('whole', 2)}.end.service`,
    meant('mail'),
  );
  mistake(
    'routine of a tree without questions',
    'class: critical, routine: paper',
    'class: critical, routine: papr',
    'triage.mail.end.routine',
    'not in "routines:"',
    meant('paper'),
  );
  mistake(
    'routine of a matter',
    'mail, routine: paper',
    'mail, routine: pen',
    'matters.absence.routine',
    'not in "routines:"',
  );
  mistake(
    'policy of a matter',
    'absence: { policy: direct',
    'absence: { policy: dir',
    'matters.absence.policy',
    '"dir"',
  );
  mistake('service of a matter', 'service: mail, r', 'service: post, r', 'matters.absence.service', '"post"');
});

describe('a text in triage that is given by language is given in each', () => {
  const missing = 'missing in en';
  mistake(
    'question',
    '{ sv: Prova en annan, en: Try another }',
    '{ sv: Prova }',
    `${web}.questions.other.ask`,
    missing,
  );
  mistake('answer', '{ sv: Inte, en: Not }', '{ sv: Inte }', `${answer('other', 2)}.say`, missing);
  mistake('advice', '{ sv: Bra, en: Good }', '{ sv: Bra }', `${answer('other', 1)}.end.advice`, missing);
  mistake('what to tell', '{ sv: Orsak, en: Reason }', '{ sv: Orsak }', 'matters.absence.tell', missing);
});

describe('an end', () => {
  const normal = 'is: [danger], policy: direct, routine: paper';
  mistake(
    'that is normal must hold nothing critical',
    normal,
    'is: [danger], class: normal',
    `${answer('whole', 1)}.end.class`,
    '"danger" is critical',
    'remove one of the two',
  );
  mistake(
    'that is solved is nothing else',
    'solved: true,',
    'solved: true, class: normal,',
    `${answer('other', 1)}.end`,
    'only "advice"',
  );
  mistake(
    'says what follows',
    normal,
    '',
    `${answer('whole', 1)}.end`,
    'is empty',
    '"class: normal" at least',
  );

  it('names no routine that is for a declared outage only', () => {
    const text = changed('name: On paper', 'name: On paper, only-when-declared: true', TRIAGE);
    const second = '{ name: On paper, only-when-declared: true, steps: [Print] }\n  paper: { name: Other';
    const declared = changed('paper: { name: On paper', `long: ${second}`, TRIAGE);
    expect(faultsOf(declared)).to.deep.equal([]);
    expect(faultsOf(text).map(({ path }) => path)).to.deep.equal([
      `${answer('whole', 1)}.end.routine`,
      'triage.mail.end.routine',
    ]);
  });

  it('of danger to life is critical even where the classes do not say so', () => {
    const text = changed('danger: Danger', 'danger: Danger\n  danger-to-life: Danger to life', TRIAGE);
    const contrary = changed(normal, 'is: danger-to-life, class: normal', text);
    expect(faultsOf(contrary).map(({ path }) => path)).to.deep.equal([`${answer('whole', 1)}.end.class`]);
  });

  const kept = 'hands out "desk" for normal matters, which is for critical ones only';
  const [direct, other] = ['  direct:\n', '  other:\n    - { any-of: second }\n  direct:\n'];
  const forCritical = TRIAGE.replace('role: Desk', 'role: Desk, for: critical')
    .replace('stand-in: desk', 'counts: sent')
    .replace(/(class: normal.*)direct/g, '$1other')
    .replace('absence: { policy: direct', 'absence: { policy: other')
    .replace(direct, () => other);
  const found = (text: string) =>
    faultsOf(text).map(({ path, message }) => `${path} ${message.split(';')[0]}`);

  it('hands out what is kept for critical matters only if it is critical, and so does a matter', () => {
    expect(found(forCritical)).to.deep.equal([]);
    expect(found(changed('class: normal, service: mail', 'policy: direct', forCritical))).to.deep.equal([
      `${answer('whole', 2)}.end.policy ${kept}`,
    ]);
    expect(
      found(changed('absence: { policy: other', 'absence: { policy: direct', forCritical)),
    ).to.deep.equal([`matters.absence.policy ${kept}`]);
  });

  it('is enough to use a policy, and so is a matter', () => {
    const unused = TRIAGE.replace(direct, () => other);
    expect(found(unused)).to.deep.equal([
      'policies.other is never used: no route, triage or matter leads to it',
    ]);
    expect(
      found(changed('is: [danger], policy: direct', 'is: [danger], policy: other', unused)),
    ).to.deep.equal([]);
    expect(found(changed('absence: { policy: direct', 'absence: { policy: other', unused))).to.deep.equal([]);
  });
});

describe('a tree behind one that takes the same', () => {
  const mail = '  mail:\n    service: mail\n';
  const never = 'is never reached: "web" takes all';
  mistake(
    'is never reached',
    mail,
    '  §mail:\n    service: web\n    role: planner\n',
    'triage.mail',
    never,
    'move it before',
  );
  it('is reached where it takes another service or role', () => {
    expect(faultsOf(changed(mail, '  mail:\n    service: web\n', TRIAGE))).to.deep.equal([]);
    expect(
      faultsOf(changed(mail, '  mail:\n    service: [web, mail]\n    role: planner\n', TRIAGE)),
    ).to.deep.equal([]);
  });
});
