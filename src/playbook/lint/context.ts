import type { Finding } from '../fault.ts';
import type { DefinedNames } from '../read.ts';
import type { PlaybookFile } from '../schema/playbook.ts';

/** What a lint rule sees: the content that could be read, and all names, those of broken entries included. */
export interface LintContext {
  readonly content: PlaybookFile;
  readonly names: DefinedNames;
}

/** One rule: finds all it can, changes nothing. */
export type LintRule = (context: LintContext) => Finding[];
