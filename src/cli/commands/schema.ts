import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { playbookJsonSchema } from '../../playbook/json-schema.ts';
import type { Terminal } from '../terminal.ts';

const SCHEMA_FILE = 'playbooks/playbook.schema.json';

/** `driftvakt schema`: the JSON Schema of playbooks, for editors. */
export function schemaCommand(terminal: Terminal): Command {
  return new Command('schema')
    .description('print the JSON Schema of playbooks')
    .option('--write', `write it to ${SCHEMA_FILE} instead`)
    .action((options: { write?: boolean }) => {
      if (options.write) writeFileSync(SCHEMA_FILE, playbookJsonSchema());
      else terminal.out(playbookJsonSchema());
    });
}
