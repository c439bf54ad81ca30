/**
 * Holds the data of Customer Service Excellence against the text of the standard. The text is read here on its
 * own, row by row and list by list, so that a slip in the data cannot also be a slip in what it is held against.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse, parseDocument, Scalar, visit, type YAMLSeq } from 'yaml';

interface StandardNode {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly introduction?: readonly string[];
  readonly guidance?: readonly string[];
  readonly keywords?: readonly string[];
  readonly note?: string;
  readonly children?: readonly StandardNode[];
}

interface StandardFile extends Omit<StandardNode, 'id'> {
  readonly acknowledgement: string;
  readonly licence: readonly string[];
  readonly levels: readonly string[];
  readonly ratings: readonly { readonly id: string }[];
  readonly award: { readonly rating: string };
  readonly children: readonly StandardNode[];
}

/** A criterion as the text prints it. */
interface PrintedCriterion {
  readonly id: string;
  readonly title: string;
  readonly introduction: string[];
}

/** A table row's ID and words: a sub-criterion (in capitals) or an element. */
interface PrintedRow {
  readonly id: string;
  readonly words: string;
}

/** The text, taken apart. `guidance` pairs each bullet with the element whose row it is printed in, if any. */
interface PrintedStandard {
  readonly criteria: readonly PrintedCriterion[];
  readonly subCriteria: readonly PrintedRow[];
  readonly elements: readonly PrintedRow[];
  readonly guidance: readonly { readonly row: string | undefined; readonly bullet: string }[];
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const text = read('test/standard/standard.txt');
const yaml = read('schemas/standards/customer-service-excellence.yaml');
const standard = parse(yaml, { schema: 'failsafe' }) as StandardFile;
const printed = readText(text);

const criteria = standard.children;
const subCriteria = criteria.flatMap(childrenOf);
const elements = subCriteria.flatMap(childrenOf);
const nodes = [...criteria, ...subCriteria, ...elements];

describe('the text of Customer Service Excellence', () => {
  it('is read whole: 5 criteria, 15 sub-criteria, 57 elements, 135 bullets', () => {
    assert.equal(printed.criteria.length, 5);
    assert.equal(printed.subCriteria.length, 15);
    assert.equal(printed.elements.length, 57);
    assert.equal(printed.guidance.length, 135);
  });

  it('has a bullet for each mark, and six in the three lists that lost their marks', () => {
    assert.equal(text.split('•').length - 1, 129);
    const unmarked = printed.guidance.filter(({ bullet }) => !squeeze(text).includes(`• ${bullet}`));
    assert.deepEqual(
      unmarked.map(({ row }) => row),
      ['5.2.1', '5.2.2', '5.2.2', '5.2.3', '5.2.3', '5.2.3'],
    );
  });
});

describe('the data of Customer Service Excellence', () => {
  it('is valid against the schema of a standard', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      parse(read('schemas/standard.schema.json')) as object,
    );
    validate(parse(yaml));
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('reads the same whether or not YAML guesses at types', () => {
    const guessed = parse(yaml) as StandardFile;
    assert.deepEqual(guessed.children, standard.children);
    assert.deepEqual(guessed.licence, standard.licence);
  });

  it('has every ID in double quotation marks', () => {
    const unquoted: unknown[] = [];
    visit(parseDocument(yaml).get('children') as YAMLSeq, {
      Pair(_, { key, value }) {
        if (!(key instanceof Scalar) || key.value !== 'id' || !(value instanceof Scalar)) return;
        if (value.type !== 'QUOTE_DOUBLE') unquoted.push(value.value);
      },
    });
    assert.deepEqual(unquoted, []);
  });

  it('has three levels, each with a name', () => {
    assert.deepEqual(standard.levels, ['Criterion', 'Sub-criterion', 'Element']);
    assert.deepEqual(elements.flatMap(childrenOf), []);
  });

  it('has unique IDs, each inside its parent’s', () => {
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const parent of nodes) {
      for (const { id } of childrenOf(parent)) assert.ok(id.startsWith(`${parent.id}.`), id);
    }
  });

  it('has the criteria of the text, with their introductions, in its order', () => {
    assert.deepEqual(
      criteria.map(({ id, title, introduction }) => ({ id, title, introduction })),
      printed.criteria,
    );
  });

  it('has the sub-criteria of the text, which prints them in capitals, in its order', () => {
    assert.deepEqual(
      subCriteria.map(({ id, title = '' }) => ({ id, words: title.toUpperCase() })),
      printed.subCriteria,
    );
    for (const { title = '' } of subCriteria) assert.notEqual(title, title.toUpperCase());
  });

  it('has the elements of the text in its order', () => {
    assert.deepEqual(
      elements.map((element) => ({ id: element.id, words: element.text })),
      printed.elements,
    );
  });

  it('has every guidance bullet of the text exactly once, and no other', () => {
    const bullets = nodes.flatMap(({ guidance = [] }) => guidance);
    assert.deepEqual([...bullets].sort(), printed.guidance.map(({ bullet }) => bullet).sort());
    assert.equal(new Set(bullets).size, 135);
  });

  it('has guidance for elements only, and for each of them', () => {
    assert.deepEqual(
      nodes.filter(({ guidance = [] }) => guidance.length > 0).map(({ id }) => id),
      elements.map(({ id }) => id),
    );
  });

  it('has a note wherever its guidance is not what the text prints in that row', () => {
    const moved = elements.filter(({ id, guidance }) => {
      const row = printed.guidance.filter((one) => one.row === id).map(({ bullet }) => bullet);
      return JSON.stringify(row) !== JSON.stringify(guidance);
    });
    assert.deepEqual(
      moved.filter(({ note }) => note === undefined).map(({ id }) => id),
      [],
    );
    assert.ok(moved.length > 0);
  });

  it('has no words of its own: all of them stand in the text', () => {
    const words = squeeze(text);
    for (const { id, title, text: own, introduction = [], guidance = [] } of nodes) {
      // Sub-criteria are printed in capitals; the test above has compared them whole.
      const heading = subCriteria.some((node) => node.id === id) ? title?.toUpperCase() : title;
      for (const string of [heading, own, ...introduction, ...guidance]) {
        if (string !== undefined) assert.ok(words.includes(squeeze(string)), `${id}: ${string}`);
      }
    }
    for (const paragraph of standard.licence) assert.ok(words.includes(squeeze(paragraph)), paragraph);
  });

  it('acknowledges the source by its title, as the licence asks', () => {
    assert.match(standard.acknowledgement, /Customer Service Excellence: The Government Standard/);
    assert.match(standard.acknowledgement, /Crown copyright/);
    assert.equal(
      standard.licence[0],
      text.split('\n').find((line) => line.startsWith('You may re-use')),
    );
  });

  it('awards by one of its ratings', () => {
    const ids = standard.ratings.map(({ id }) => id);
    assert.deepEqual(ids, ['compliance-plus', 'compliant', 'partial', 'non-compliant']);
    assert.ok(ids.includes(standard.award.rating));
  });
});

describe('the schema of a standard', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    parse(read('schemas/standard.schema.json')) as object,
  );
  const accepts = (source: string) => validate(parse(source));

  it('takes a standard of any shape', () => {
    assert.ok(accepts('{ title: A, children: [{ id: "AC-2(1)" }] }'));
    assert.ok(accepts('{ title: A, children: [{ id: "A", assessable: true, children: [{ id: "A1.a" }] }] }'));
    assert.ok(
      accepts(
        '{ title: A, ratings: [{ id: met, title: Met }], retired: { "1.1": "1.2" }, children: [{ id: "1" }] }',
      ),
    );
  });

  it('refuses what it does not know or cannot be', () => {
    for (const wrong of [
      '{ children: [{ id: "1" }] }',
      '{ title: A }',
      '{ title: A, children: [{ title: B }] }',
      '{ title: A, children: [{ id: "1", children: [{ id: "1.1", guidence: [] }] }] }',
      '{ title: A, award: { rating: met, percent: 101 }, children: [{ id: "1" }] }',
      '{ title: A, elements: [], children: [{ id: "1" }] }',
    ]) {
      assert.ok(!accepts(wrong), wrong);
    }
  });

  it('explains every property in words', () => {
    const schema = JSON.parse(read('schemas/standard.schema.json')) as SchemaPart;
    assert.deepEqual(unexplained(schema), []);
  });
});

interface SchemaPart {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly definitions?: Readonly<Record<string, SchemaPart>>;
}

/** The names of the properties and definitions in `part`, at any depth, that lack a title or a description. */
function unexplained(part: SchemaPart): readonly string[] {
  return Object.entries({ ...part.definitions, ...part.properties }).flatMap(([name, inner]) => [
    ...(inner.title && inner.description ? [] : [name]),
    ...unexplained(inner),
  ]);
}

function childrenOf(node: StandardNode): readonly StandardNode[] {
  return node.children ?? [];
}

/** `string` with each run of white space made one space. */
function squeeze(string: string): string {
  return string.replace(/\s+/g, ' ').trim();
}

/** Takes the text apart, line by line: a table row is one line of it. */
function readText(source: string): PrintedStandard {
  const criteria: PrintedCriterion[] = [];
  const subCriteria: PrintedRow[] = [];
  const elements: PrintedRow[] = [];
  const guidance: { row: string | undefined; bullet: string }[] = [];
  let introduction: string[] | undefined;

  for (const line of source.split('\n').map((one) => one.trimEnd())) {
    // The contents page ends its lines in a tab and a page number: those are no headings.
    const criterion = /^Criterion (\d): ([^\t]+)$/.exec(line);
    // One heading has a tab after its ID. '(continued)' repeats a heading on the next page.
    const subCriterion = /^(\d\.\d)\s([A-Z][A-Z ,-]+)$/.exec(line);
    // One table has a space after the IDs of its elements, not a tab.
    const element = /^(\d\.\d\.\d)\s([^\t]+)\t/.exec(line);
    if (criterion) {
      introduction = [];
      criteria.push({ id: criterion[1]!, title: criterion[2]!, introduction });
    } else if (subCriterion) {
      introduction = undefined;
      subCriteria.push({ id: subCriterion[1]!, words: subCriterion[2]! });
    } else if (element) {
      elements.push({ id: element[1]!, words: element[2]! });
    } else if (line !== '') {
      introduction?.push(line);
    }
    for (const bullet of readBullets(line)) guidance.push({ row: element?.[1], bullet });
  }
  return { criteria, subCriteria, elements, guidance };
}

/**
 * The guidance bullets of one line, left column before right. Each list opens with a `<ul>` tag that nothing
 * closes. Three lists (5.2.1 to 5.2.3) lost their marks: in the rest every bullet there is one sentence, so
 * there a bullet is a sentence.
 */
function readBullets(line: string): readonly string[] {
  const [, ...lists] = line.split(/<ul [^>]*>/);
  return lists
    .flatMap((list) => (list.includes('•') ? list.split('•') : list.split(/(?<=\.) (?=[A-Z])/)))
    .map((bullet) => bullet.trim())
    .filter((bullet) => bullet !== '');
}

describe('the keywords of Customer Service Excellence', () => {
  const keywordsOf = (node: StandardNode): readonly string[] => node.keywords ?? [];
  it('are at least five for each element', () =>
    assert.deepEqual(
      elements.filter((element) => keywordsOf(element).length < 5).map(({ id }) => id),
      [],
    ));
  it('are each there once for an element', () => {
    for (const element of elements)
      assert.equal(new Set(keywordsOf(element)).size, keywordsOf(element).length, element.id);
  });
});
