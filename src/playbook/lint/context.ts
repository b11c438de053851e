import type { FaultPath, Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';

/** The sections that are lists. */
export type ListSection = 'routes' | 'exceptions' | 'absences' | 'on-call';

/** What a lint rule sees: the content that could be read, and what is known about the rest. */
export interface LintContext {
  readonly content: PlaybookFile;
  /** The ids of a section, those of broken entries included; null where the section cannot be read at all. */
  names(section: string): ReadonlySet<string> | null;
  /** Whether nothing is wrong with the shape at, above or below a path, so that what it lacks is really lacking. */
  isSound(path: FaultPath): boolean;
  /** The entries of a list that could be read, each with its place in the file. */
  listed<S extends ListSection>(section: S): [number, PlaybookFile[S][number]][];
}

/** One rule: finds all it can, changes nothing. */
export type LintRule = (context: LintContext) => Finding[];
