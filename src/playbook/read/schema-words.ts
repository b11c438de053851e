import type { FaultPath } from '../fault.ts';
import { playbookSchema } from '../schema/playbook.ts';

/** What is used of a zod schema, whatever its class. */
interface SchemaNode {
  readonly description?: string | undefined;
  readonly shape?: Readonly<Record<string, SchemaNode>>;
  readonly keyType?: SchemaNode;
  readonly valueType?: SchemaNode;
  readonly element?: SchemaNode;
  readonly options?: readonly (SchemaNode | string)[];
  readonly in?: SchemaNode;
  unwrap?(): SchemaNode;
}

/** The keys that the schema knows at a path; none where keys are free. */
export function knownKeys(path: FaultPath): string[] {
  const node = bare(nodeAt(path));
  if (node?.shape !== undefined) return Object.keys(node.shape);
  return (node?.keyType?.options ?? []).filter((option) => typeof option === 'string');
}

/** What the schema says of the value at a path, or nothing. */
export function descriptionAt(path: FaultPath): string | undefined {
  for (let node = nodeAt(path); node !== undefined; node = inner(node))
    if (node.description !== undefined) return node.description;
  return undefined;
}

function nodeAt(path: FaultPath): SchemaNode | undefined {
  let node: SchemaNode | undefined = playbookSchema as unknown as SchemaNode;
  for (const part of path) {
    node = bare(node);
    node = node?.shape?.[String(part)] ?? node?.valueType ?? node?.element;
  }
  return node;
}

/** The schema of a mapping or list within defaults, refinements and choices. */
function bare(node: SchemaNode | undefined): SchemaNode | undefined {
  if (node === undefined || isCollection(node)) return node;
  const next = inner(node);
  if (next !== undefined) return bare(next);
  return node.options
    ?.filter((option) => typeof option !== 'string')
    .map(bare)
    .find((option) => option !== undefined && isCollection(option));
}

function inner(node: SchemaNode): SchemaNode | undefined {
  return isCollection(node) ? undefined : (node.unwrap?.() ?? node.in);
}

function isCollection(node: SchemaNode): boolean {
  return (node.shape ?? node.valueType ?? node.element) !== undefined;
}
