import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { type Fault, type FaultPath, type Finding, formatPath, PlaybookError } from './fault.ts';
import { LIMITS } from './limits.ts';
import { readYaml, type YamlFault, type YamlText } from './yaml.ts';

/** A playbook's file read safely: its plain value, and where each part of it stands. */
export class PlaybookSource {
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** What is wrong with the text, but not so that it could not be read. */
  readonly faults: readonly Fault[];
  readonly #document: Document;
  readonly #lines: LineCounter;

  private constructor(file: string, document: Document, { lines, twice }: YamlText) {
    this.file = file;
    this.#document = document;
    this.#lines = lines;
    this.value = document.toJS({ maxAliasCount: 0 });
    this.faults = twice.map((fault) => inFile(file, fault));
  }

  /**
   * Reads a playbook's text.
   * @throws PlaybookError for a text that is too large, is no YAML, or is no mapping.
   */
  static read(file: string, text: string): PlaybookSource {
    const size = Buffer.byteLength(text);
    if (size > LIMITS.fileBytes) throw refused(file, tooLarge(size));
    if (!isText(text)) throw refused(file, 'is no text; a playbook is a text file, saved as UTF-8');
    const yaml = readYaml(text);
    if (yaml.fatal.length > 0)
      throw new PlaybookError(yaml.fatal.slice(0, LIMITS.faults).map((fault) => inFile(file, fault)));
    if (!isMap(yaml.document?.contents))
      throw refused(file, 'is no playbook; start it with "organisation: …" (see docs/playbook.md)');
    return new PlaybookSource(file, yaml.document, yaml);
  }

  /** Gives findings their place in the file. */
  locate(findings: readonly Finding[]): Fault[] {
    return findings
      .map(({ severity, path, message }) => ({
        severity,
        file: this.file,
        line: this.lineOf(path),
        path: formatPath(path),
        message,
      }))
      .sort((a, b) => a.line - b.line);
  }

  /** The line on which a path stands, or the nearest part of it that exists. */
  lineOf(path: FaultPath): number {
    let node: unknown = this.#document.contents;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const part of path) {
      const [start, child] = childOf(node, part);
      if (start === undefined) break;
      offset = start;
      node = child;
    }
    return this.#lines.linePos(offset ?? 0).line;
  }
}

/** What to say of a file that is too large. */
export function tooLarge(bytes: number): string {
  return `is ${Math.ceil(bytes / 1024)} KB; a playbook has at most ${LIMITS.fileBytes / 1024} KB`;
}

/** Where an entry of a mapping or list starts, and its value. */
function childOf(node: unknown, part: string | number): [number | undefined, unknown] {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(part));
    return [isScalar(pair?.key) ? pair.key.range?.[0] : undefined, pair?.value];
  }
  const item = isSeq(node) ? (node.items[Number(part)] as Node | undefined) : undefined;
  return [item?.range?.[0], item];
}

/** Neither characters that no editor writes, nor the mark of bytes that are no UTF-8. */
function isText(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\r\n\x85]|\u{fffd}/u.test(text);
}

function inFile(file: string, { line, message }: YamlFault): Fault {
  return { severity: 'error', file, line, path: '', message };
}

function refused(file: string, message: string): PlaybookError {
  return new PlaybookError([inFile(file, { line: 1, message })]);
}
