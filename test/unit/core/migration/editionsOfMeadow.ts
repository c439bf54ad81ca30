/** Generated editions that come after the meadow standard: each ID stays, moves, is divided, joins another one, or goes. */
import type { Standard } from '../../../../server/core/standard/standard';
import type { Choices } from '../../edits/choices';
import { standardOf } from '../../support/standards';

export const nextPath = 'standards/next.yaml';

const old: Readonly<Record<string, string>> = {
  '1.1': 'People are greeted',
  '1.2': 'The opening hours are known',
  '1.10': 'Nobody waits',
  '2.1': 'Questions are answered',
  '2.2': 'Mistakes are put right',
};

/** What other IDs may be called: some that a text can hold and a list cannot without quotation marks. */
const fresh = ['3.1', '3.10', '4', 'A.1', 'AC-2(1)', '1.1a', '7.7', '5.1 (b)', 'x:y', '12'] as const;

/** The text of a standard file, without faults. */
export function nextEdition(choice: Choices): string {
  const nodes = new Map<string, string>();
  const retired = new Map<string, readonly string[]>();
  const ids = Object.keys(old);
  const newId = (): string => choice.pick([...fresh, ...ids] as [string, ...string[]]);
  // Two of them may change places.
  const swap = choice.once(3) ? [choice.pick(['1.1', '1.2']), choice.pick(['2.1', '2.2', '1.10'])] : [];
  for (const [id, text] of Object.entries(old)) {
    const other = swap.find((one) => swap.includes(id) && one !== id);
    const words = choice.once(4) ? `${text} at once` : text;
    const how = other === undefined ? choice.upTo(7) : 8;
    if (how === 8 && other !== undefined) {
      retired.set(id, [other]);
      nodes.set(other, words);
    } else if (how <= 2) nodes.set(id, nodes.get(id) ?? words);
    else if (how === 3) move(id, [newId()], words);
    else if (how === 4) move(id, [newId(), newId()], words);
    else if (how === 5) retired.set(id, []);
    else if (how === 6) move(id, [choice.pick(['2.2', '1.1', '3.1'])], words);
    // Gone without a word; its own may stand elsewhere.
    else if (choice.once(2)) nodes.set(newId(), text);
  }
  function move(id: string, to: readonly string[], words: string): void {
    retired.set(id, to);
    for (const next of to) nodes.set(next, nodes.get(next) ?? words);
  }
  // What an edition says of an ID of a still earlier one is what follows from the one between.
  if (choice.once(3) && !retired.has('1.2') && nodes.has('1.2')) retired.set('9.9', ['1.2']);
  if (nodes.size === 0) nodes.set('1.1', 'People are greeted');
  const kept = [...retired].filter(([id, to]) => id !== to[0] || to.length > 1);
  return [
    'title: Meadow Standard',
    `edition: ${choice.pick(['2027', '"Rev. 5"'])}`,
    'levels: [Criterion, Element]',
    'ratings: [{ id: good, title: Good }, { id: fair, title: Fair }, { id: poor, title: Poor }]',
    'award: { rating: fair, percent: 50 }',
    'retired:',
    ...kept
      .filter(([, to]) => to.every((id) => nodes.has(id) || retired.has(id)))
      .map(([id, to]) => `  "${id}": [${to.map((one) => `"${one}"`).join(', ')}]`),
    'children:',
    '  - id: "1"',
    '    title: Welcome',
    '    children:',
    ...Array.from(nodes, ([id, text]) => `      - { id: "${id}", text: "${text}" }`),
    '',
  ]
    .join('\n')
    .replace('retired:\nchildren', 'children');
}

/** As a portfolio names it by its file. */
export const standardNamed = (text: string): Standard => ({ ...standardOf('next', text), id: nextPath });
