import type { SlackPart } from '../../domain/organisation/playbook.ts';
import type { SlackFile } from '../schema/slack.ts';

/** What of Slack belongs to the organisation; null where the file does not speak of it. */
export function compileSlack(file: SlackFile | undefined): SlackPart | null {
  if (file === undefined) return null;
  const { workspaces = [], enterprises = [], desk = null, guests = 'answer' } = file;
  return { workspaces, enterprises, desk, guests };
}
