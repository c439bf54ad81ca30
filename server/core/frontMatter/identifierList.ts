/** A list of IDs of the standard, as the value of a key: what is read of it, and what in it is no ID. */
import { interned } from '../text/interned';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Reading } from '../yaml/fields';
import { readsAsNumber, withoutBlanks } from '../../words/yamlScalar';
import { isStandardName, qualified } from './standardNames';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/nodes';
import { idOfItem } from './identifierItems';

/** An element's ID as the file names it. */
export interface ElementReference {
  /** Source text: an unquoted 1.10 is `1.10`. Of a list below a name, with that name: `ISO:9.1.2`. */
  readonly id: string;
  /** The name, where IDs stand below names of standards. */
  readonly under?: string;
  /** Quotation marks included. */
  readonly span: Span;
  /** Unquoted, and of a form that YAML reads as a number. */
  readonly readsAsNumber: boolean;
}

export interface Misplaced {
  readonly span: Span;
  readonly expected: string;
  /** `ISO: 9.1.2`, in which YAML takes the ID for the value of a name: the ID as it was meant. */
  readonly meant?: string;
}

/** The IDs of a list, or of a single value. Where something in it is no ID, what was expected there. */
export function readIdentifiers(node: YamlNode): Reading<readonly ElementReference[]> {
  const [wrong] = misplacedIn(node);
  return wrong ? { expected: wrong.expected } : { value: referencesIn(node) };
}

/** `elements: 3.2.4, 1.1.1` is one text for YAML; the writer meant two IDs. */
const separators = /\s*[,;]\s*|\s+/;

/** All IDs in a value, whatever else is in it. */
export function referencesIn(node: YamlNode): readonly ElementReference[] {
  if (node.kind === 'scalar') return splitScalar(node);
  if (node.kind === 'map' && isByStandard(node))
    return node.entries.flatMap(({ key, value }) => {
      const under = interned(key.text.trim());
      return referencesIn(value).map((own) => ({ ...own, id: interned(qualified(under, own.id)), under }));
    });
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const id = idOfItem(item);
    return id ? [referenceTo(id)] : [];
  });
}

/** What in a value is no ID, such as a list in a list. */
export function misplacedIn(node: YamlNode): readonly Misplaced[] {
  if (node.kind === 'map' && isByStandard(node))
    return node.entries.flatMap(({ value }) => misplacedIn(value));
  if (node.kind === 'map')
    return [{ span: node.span, expected: 'a list of IDs, each on a line that starts with a dash' }];
  if (node.kind === 'scalar' && splitScalar(node).length > 1) {
    return [
      {
        span: node.span,
        expected: 'several IDs as a list, in square brackets or each on a line that starts with a dash',
      },
    ];
  }
  if (node.kind !== 'list') return [];
  return node.items
    .filter((item) => (item.kind === 'list' || item.kind === 'map') && !idOfItem(item))
    .map((item) => {
      const expected = 'one ID on each line, without a colon or brackets';
      return { expected, ...(meantBy(item) ?? { span: item.span }) };
    });
}

/** `{ CSE: [3.2.4], ISO: [9.1.2] }`: IDs below the names of their standards, and not words behind IDs. */
export const isByStandard = ({ entries }: YamlMap): boolean =>
  entries.length > 0 &&
  entries.every(({ key, value }) => isStandardName(key.text.trim()) && mayBeIdentifiers(value));

const mayBeIdentifiers = (value: YamlNode): boolean =>
  value.kind === 'empty' ||
  // Of a list, what is no ID is told item by item.
  value.kind === 'list' ||
  (value.kind === 'scalar' && value.text.trim().split(separators).every(mayBeIdentifier));

/** An item `ISO: 9.1.2` of a list. */
function meantBy(item: YamlNode): { readonly meant: string; readonly span: Span } | undefined {
  const [entry, ...others] = item.kind === 'map' ? item.entries : [];
  if (entry?.value.kind !== 'scalar' || others.length > 0 || !isStandardName(entry.key.text))
    return undefined;
  const id = withoutBlanks(entry.value.text);
  if (!mayBeIdentifier(id) || /\s/.test(id)) return undefined;
  return {
    meant: qualified(entry.key.text, id),
    span: spanOf(entry.key.span.start, entry.value.span.end),
  };
}

const referenceTo = (scalar: YamlScalar): ElementReference => ({
  id: interned(withoutBlanks(scalar.text)),
  span: scalar.span,
  readsAsNumber: scalar.plain && readsAsNumber(scalar.text),
});

/** `•`, `(1)` and `1)` are none. */
const mayBeIdentifier = (piece: string): boolean =>
  /^[\p{L}\p{N}]/u.test(piece) && /\d/.test(piece) && !/^\w{1,3}[.)]$/.test(piece);

function splitScalar(scalar: YamlScalar): readonly ElementReference[] {
  const pieces = scalar.text.trim().split(separators);
  const isOneLine = scalar.span.end - scalar.span.start === scalar.text.length;
  // An ID may contain a space in some standards; one of prose is no list of IDs.
  if (!scalar.plain || !isOneLine || pieces.length === 1 || !pieces.every(mayBeIdentifier))
    return [referenceTo(scalar)];
  let at = 0;
  return pieces.map((id) => {
    const start = scalar.text.indexOf(id, at);
    at = start + id.length;
    return { id, span: spanOf(scalar.span.start + start, scalar.span.start + at), readsAsNumber: false };
  });
}
