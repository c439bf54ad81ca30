/** What follows from the list of front matter keys: their schema, and their table in the page about the format. */
import type { FrontMatterEntry } from '../../server/core/frontMatter/keys';
import { frontMatterKeys } from '../../server/core/frontMatter/keys';
import type { ValueKind } from '../../server/core/frontMatter/values';
import type { Target } from './target';
import { between, jsonAt, table } from './target';

const entries: readonly FrontMatterEntry[] = frontMatterKeys;

/** What a schema says of each kind of value. YAML reads some texts as numbers, and a key without a value as null. */
const schemas: Readonly<Record<ValueKind, (entry: FrontMatterEntry) => object>> = {
  text: () => ({ type: ['string', 'number', 'null'] }),
  person: () => ({ type: ['string', 'number', 'null'] }),
  ownNumber: () => ({ type: ['string', 'number', 'null'] }),
  choice: ({ values = {} }) => ({
    type: ['string', 'null'],
    enum: [...Object.keys(values), null],
    enumDescriptions: Object.values(values),
  }),
  day: () => ({ type: ['string', 'null'], format: 'date' }),
  lastDay: () => ({ type: ['string', 'null'], format: 'date' }),
  paths: () => oneOrMore({ type: ['string', 'null'] }),
  identifiers: ({ required }) =>
    required
      ? oneOrMore({ type: ['string', 'number'], minLength: 1 }, { minItems: 1 })
      : oneOrMore({ type: ['string', 'number', 'null'] }),
  ownIdentifiers: () => oneOrMore({ type: ['string', 'number', 'null'] }),
};

const oneOrMore = (items: object, list: object = {}): object => ({
  anyOf: [items, { type: 'array', ...list, items }],
});

/** `review-by` as `Review by`. */
const title = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');

export const keyTargets: readonly Target[] = [
  {
    file: 'schemas/evidence.schema.json',
    what: 'the front matter keys that must be there',
    update: (text) =>
      jsonAt(
        text,
        ['required'],
        entries.flatMap(({ key, required }) => (required ? key : [])),
      ),
  },
  {
    file: 'schemas/evidence.schema.json',
    what: 'the front matter keys',
    update: (text) =>
      jsonAt(
        text,
        ['properties'],
        Object.fromEntries(
          entries.map((entry) => [
            entry.key,
            { title: title(entry.key), description: entry.description, ...schemas[entry.holds](entry) },
          ]),
        ),
      ),
  },
  {
    file: 'docs/portfolio-format.md',
    what: 'the table of front matter keys',
    update: (text) =>
      between(
        text,
        'front matter keys',
        table(
          ['Key', 'What it says'],
          entries.map(({ key, description, page = description }) => [`\`${key}\``, page]),
        ),
      ),
  },
];
