import { deepEqual, equal } from 'node:assert/strict';
import { fromPage, type FromPage } from '../../../../client/forms/messages';

const messages: readonly FromPage[] = [
  { kind: 'ready' },
  { kind: 'detail', key: 'title', values: ['A'] },
  { kind: 'detail', key: 'date', values: ['today'], isTyped: true, save: true },
  { kind: 'choices', key: 'owner', typed: '' },
  { kind: 'choices', key: 'owner', typed: 'a', row: 'file:///a.md' },
  { kind: 'attach', key: 'attachments' },
  { kind: 'addElement' },
  { kind: 'removeElement', element: '1.1' },
  { kind: 'showElement', element: '1.1' },
  { kind: 'point', element: '1.1', order: 0 },
  { kind: 'fix', finding: 'a', title: 'b' },
  { kind: 'place', finding: 'a' },
  { kind: 'link', target: 'a.md' },
  { kind: 'editText' },
  { kind: 'save' },
  { kind: 'cells', rows: ['a', 'b'], key: 'owner', values: ['Jo'] },
  { kind: 'openRow', row: 'a' },
  { kind: 'act', name: 'undo', rows: [] },
];

describe('What a page says', () => {
  for (const message of messages)
    it(`is heard: ${JSON.stringify(message)}`, () => deepEqual(fromPage(message), message));

  const told: readonly Readonly<Record<string, unknown>>[] = messages.map((message) => ({ ...message }));
  for (const [message, name] of told.flatMap((one) => Object.keys(one).map((key) => [one, key] as const)))
    it(`is not heard where ${name} of ${String(message['kind'])} is something else`, () =>
      equal(fromPage({ ...message, [name]: { toString: 'x' } }), undefined));

  for (const other of [
    undefined,
    null,
    '',
    'ready',
    1,
    [],
    {},
    { kind: 'toString' },
    { kind: '__proto__' },
    { kind: 'cells' },
  ])
    it(`is not heard as ${JSON.stringify(other)}`, () => equal(fromPage(other), undefined));
});
