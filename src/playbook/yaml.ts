import {
  Composer,
  type Document,
  type ErrorCode,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  visit,
} from 'yaml';
import { LIMITS } from './limits.ts';

/** A YAML text as read. With a fatal fault its values tell nothing. */
export interface YamlText {
  readonly document: Document | null;
  readonly lines: LineCounter;
  readonly fatal: readonly YamlFault[];
  /** Keys that stand twice: the later one counts. */
  readonly twice: readonly YamlFault[];
}

/** What is wrong on one line. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

/** What the parser's terse words mean for whoever writes a playbook. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'a tab indents the line; use spaces',
  BAD_INDENT:
    'the line is indented unlike its neighbours; give all lines of one group the same number of spaces',
  BLOCK_IN_FLOW: 'a colon or dash stands where none is expected; put a text that holds ": " in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon stands on the line; put a text that holds ": " in quotes',
  BAD_SCALAR_START: 'a text starts with a sign that YAML keeps for itself; put the text in quotes',
  BAD_DQ_ESCAPE: 'a backslash stands in a text; write it as \\\\, or put the text in single quotes',
  MULTIPLE_DOCS: 'a second document starts with "---"; a file holds one playbook',
  TAG_RESOLVE_FAILED: 'a value starts with "!"; put the text in quotes',
  BAD_DIRECTIVE: 'a line starts with "%"; remove it',
  MULTILINE_IMPLICIT_KEY:
    'a name and its colon stand on different lines; is a colon, a quote or a bracket missing?',
};

class TooDeep extends Error {
  override readonly name = 'TooDeep';
  readonly offset: number;

  constructor(offset: number) {
    super('nested too deeply');
    this.offset = offset;
  }
}

/**
 * Reads YAML text. Aliases are refused: a playbook is written out, and so can neither grow without bounds nor refer
 * to itself. So is all else that has no place in one: tags, directives, keys that are no words.
 */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  const at: Placer = (offset, message) => ({ line: lines.linePos(offset).line, message });
  try {
    const [document, second] = compose(text, lines);
    if (document === undefined) return { document: null, lines, fatal: [], twice: [] };
    const fatal = [...invalid(document, at), ...unwelcome(document, at)];
    if (second !== undefined) fatal.push(at(second.range[0], invalidity('MULTIPLE_DOCS')));
    const twice = fatal.length > 0 ? [] : keysTwice(document, at);
    return { document, lines, fatal: firstOfEachLine(fatal), twice };
  } catch (cause) {
    if (!(cause instanceof TooDeep)) throw cause;
    const message = `is nested more than ${LIMITS.depth} deep; is a bracket missing?`;
    return { document: null, lines, fatal: [at(cause.offset, message)], twice: [] };
  }
}

type Placer = (offset: number, message: string) => YamlFault;

function compose(text: string, lines: LineCounter): Document.Parsed[] {
  // Own check of keys below: the parser's takes time by the square of their number.
  const composer = new Composer({ uniqueKeys: false, schema: 'core', resolveKnownTags: false });
  return [...composer.compose(tokens(text, lines), true, text.length)];
}

/** The parser's tokens, refused while they nest too deeply for those who take them up recursively. */
function* tokens(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > LIMITS.depth) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

function invalid(document: Document, at: Placer): YamlFault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    at(pos[0], invalidity(code, message)),
  );
  return document.directives?.yaml.explicit ? [at(0, invalidity('BAD_DIRECTIVE')), ...faults] : faults;
}

function invalidity(code: ErrorCode, message = ''): string {
  return `is no valid YAML: ${ADVICE[code] ?? message}`;
}

function unwelcome(document: Document, at: Placer): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_key, { source, range }) {
      faults.push(at(range?.[0] ?? 0, `has an alias (*${source}); write the value out`));
    },
    Pair(_key, { key }) {
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key))
        faults.push(at(offset, 'is no valid YAML: what stands before a colon is no plain word'));
      else if (key.value === '__proto__') faults.push(at(offset, 'has the name "__proto__"; choose another'));
    },
  });
  return faults;
}

function keysTwice(document: Document, at: Placer): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map(_key, { items }) {
      const lines = new Map<string, number>();
      for (const { key } of items) {
        const [name, { line }] = [String(key), at(isNode(key) ? (key.range?.[0] ?? 0) : 0, '')];
        const earlier = lines.get(name);
        if (earlier === undefined) lines.set(name, line);
        else
          faults.push({
            line,
            message: `has "${name}" twice, here and on line ${earlier}; keep one of them`,
          });
      }
    },
  });
  return faults;
}

/** One slip makes the parser stumble more than once on its line. */
function firstOfEachLine(faults: readonly YamlFault[]): YamlFault[] {
  const byLine = new Map<number, YamlFault>();
  for (const fault of faults) if (!byLine.has(fault.line)) byLine.set(fault.line, fault);
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}
