import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { type Fault, type FaultPath, type Finding, formatPath, PlaybookError } from './fault.ts';
import { LIMITS } from './limits.ts';

/** A YAML file read safely: its plain value, and where each part of it stands. */
export class PlaybookSource {
  readonly file: string;
  readonly value: unknown;
  readonly #document: Document;
  readonly #lines: LineCounter;

  private constructor(file: string, document: Document, lines: LineCounter) {
    this.file = file;
    this.#document = document;
    this.#lines = lines;
    this.value = document.toJS({ maxAliasCount: 0 });
  }

  /**
   * Reads YAML text. Anchors and aliases are refused: a playbook is written out, and so can neither grow without
   * bounds nor refer to itself.
   * @throws PlaybookError for a file that is too large, is no YAML, or is no mapping.
   */
  static read(file: string, text: string): PlaybookSource {
    const size = Buffer.byteLength(text);
    if (size > LIMITS.fileBytes)
      throw refused(
        file,
        1,
        `is ${Math.ceil(size / 1024)} KB; a playbook has at most ${LIMITS.fileBytes / 1024} KB`,
      );
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const line = (offset: number) => lines.linePos(offset).line;
    const faults = document.errors.map((e) => fault(file, line(e.pos[0]), `is no valid YAML: ${e.message}`));
    visit(document, {
      Node(_key, node) {
        if (isAlias(node))
          faults.push(
            fault(file, line(node.range?.[0] ?? 0), `has an alias (*${node.source}); write the value out`),
          );
      },
    });
    if (faults.length > 0) throw new PlaybookError(faults);
    if (!isMap(document.contents))
      throw refused(file, 1, 'is no playbook; start it with "organisation: …" (see docs/playbook.md)');
    return new PlaybookSource(file, document, lines);
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
    let node: Node | null = isNode(this.#document.contents) ? this.#document.contents : null;
    let offset = node?.range?.[0] ?? 0;
    for (const part of path) {
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
        : undefined;
      const child: unknown =
        pair === undefined
          ? isSeq(node) && typeof part === 'number'
            ? node.items[part]
            : undefined
          : pair.value;
      if (pair === undefined && child === undefined) break;
      const start =
        pair !== undefined && isScalar(pair.key)
          ? pair.key.range?.[0]
          : isNode(child)
            ? child.range?.[0]
            : undefined;
      offset = start ?? offset;
      node = isNode(child) ? child : null;
    }
    return this.#lines.linePos(offset).line;
  }
}

function fault(file: string, line: number, message: string): Fault {
  return { severity: 'error', file, line, path: '', message };
}

function refused(file: string, line: number, message: string): PlaybookError {
  return new PlaybookError([fault(file, line, message)]);
}
