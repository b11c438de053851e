import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { playbookJsonSchema } from '../../../src/playbook/json-schema.ts';
import { SHIPPED, shippedText } from '../../support/playbooks.ts';

describe('the JSON Schema of playbooks', () => {
  it('is the one that lies beside the playbooks (npm run schema writes it)', () => {
    const written = readFileSync(new URL('../../../playbooks/playbook.schema.json', import.meta.url), 'utf8');
    expect(written).to.equal(playbookJsonSchema());
  });

  it('explains what it asks for', () => {
    const { properties } = JSON.parse(playbookJsonSchema());
    expect(properties.fallback.description).to.include('open always');
    expect(properties.contacts.additionalProperties.properties.phone.description).to.include('+46346885555');
  });

  it('is named at the head of every playbook, so that editors find it', () => {
    for (const organisation of SHIPPED) {
      expect(shippedText(organisation).split('\n')[0]).to.equal(
        '# yaml-language-server: $schema=./playbook.schema.json',
      );
    }
  });
});
