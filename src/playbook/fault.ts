/** How much a fault matters: errors keep a playbook from loading, placeholders only in production, warnings never. */
export const SEVERITIES = ['error', 'placeholder', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where in the file: the keys and indexes down to the value. */
export type FaultPath = readonly (string | number)[];

/** One thing that is wrong, before its line is looked up. */
export interface Finding {
  readonly severity: Severity;
  readonly path: FaultPath;
  readonly message: string;
}

/** One thing that is wrong, as it is shown. */
export interface Fault {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** `contacts.switchboard.phone`, or empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A file that cannot be loaded, with all its faults. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/** `playbooks/x.yaml:12: contacts.switchboard.phone is no number; …` */
export function formatFault(fault: Fault): string {
  const mark = fault.severity === 'error' ? '' : `${fault.severity}: `;
  return `${fault.file}:${fault.line}: ${mark}${fault.path === '' ? '' : `${fault.path} `}${fault.message}`;
}

/** Keys and indexes as a person writes them. */
export function formatPath(path: FaultPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : i === 0 ? part : `.${part}`))
    .join('');
}

export const error = (path: FaultPath, message: string): Finding => ({ severity: 'error', path, message });
export const warning = (path: FaultPath, message: string): Finding => ({
  severity: 'warning',
  path,
  message,
});
