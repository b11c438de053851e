import { z } from 'zod';
import { playbookSchema } from './schema/playbook.ts';

/** The JSON Schema by which editors complete and check a playbook; written to playbooks/playbook.schema.json. */
export function playbookJsonSchema(): string {
  const schema = z.toJSONSchema(playbookSchema, { io: 'input', target: 'draft-07', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'Driftvakt playbook', ...schema }, null, 2)}\n`;
}
