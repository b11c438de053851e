import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { section } from './sections.ts';
import { id } from './texts.ts';

const SERVICES =
  'is neither a list of ids, as in [tes, network], nor own ids with theirs, as in { planning: tes }';

/** What of the department's playbook is this organisation's. */
const department = z.strictObject({
  organisation: id.describe('The department’s organisation, as its playbook says'),
  site: id.optional().describe('Which of its sites this organisation is; left out: the one with the same id'),
  services: z
    .union([z.array(id).min(1).max(LIMITS.entries), section(id)], SERVICES)
    .optional()
    .describe('Which of its services are this organisation’s, as own ids; left out: those with the same id'),
  sites: section(id).default({}).describe('Own units, each with the department’s site below that one'),
});

/** The IT department that serves the organisation: its organisation, or more about it. */
export const servedBy = z
  .union(
    [id, department],
    'is neither an organisation nor more about one; write itcentrum, or { organisation: itcentrum, site: … }',
  )
  .transform((value) => (typeof value === 'string' ? { organisation: value, sites: {} } : value));

export type ServedByFile = z.output<typeof servedBy>;
