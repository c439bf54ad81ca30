import { equal, ok } from 'node:assert/strict';
import { askedWrongly } from '../../../server/lsp/shapes';

const at = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } };

describe('What is asked', () => {
  for (const [name, params, wrong] of [
    ['hover', at, undefined],
    ['hover', { ...at, more: 1 }, undefined],
    ['hover', undefined, 'what is asked with has to be an object'],
    ['hover', [at], 'what is asked with has to be an object'],
    ['hover', { ...at, position: null }, 'position has to be an object'],
    [
      'hover',
      { ...at, position: { line: 0, character: 'x' } },
      'position.character has to be a whole number',
    ],
    ['hover', { ...at, position: { line: 0.5, character: 0 } }, 'position.line has to be a whole number'],
    ['hover', { ...at, textDocument: { uri: 7 } }, 'textDocument.uri has to be a text'],
    ['draftEvidence', { root: 'x', elements: ['a', 7] }, 'elements[1] has to be a text'],
    ['draftEvidence', { root: 'x', elements: {} }, 'elements has to be a list'],
    ['draftEvidence', { root: 'x', elements: [], title: null }, 'title has to be a text'],
    ['draftEvidence', { root: 'x', elements: [] }, undefined],
    [
      'compare',
      { folder: 'x', files: [{ uri: 'a', kind: 'gone' }] },
      'files[0].kind has to be one of text, present, absent',
    ],
    ['migration', { root: 'x', standard: 'y', answers: { a: ['b'], c: 'd' } }, 'answers.c has to be a list'],
    ['planImport', { root: 'x', name: 'y', base64: '', columns: [{ name: 'z', role: null }] }, undefined],
    // What makes sense of a part alone may make none of the whole.
    ['findElements', { root: 'x', wanted: { words: '' } }, undefined],
    ['findElements', { root: 'x', wanted: { uri: 'a', text: '' } }, undefined],
    ['findElements', { root: 'x', wanted: { uri: 'a' } }, 'wanted.text has to be a text'],
    ['findElements', { root: 'x', wanted: { what: 'plan' } }, 'wanted.uri has to be a text'],
    [
      'findElements',
      { root: 'x', wanted: { words: 7, uri: 'a', text: '' } },
      'wanted.words has to be a text',
    ],
    ['findElements', { root: 'x', wanted: 7 }, 'wanted has to be an object'],
    ['export', { root: 'x', format: 'md', wanted: { what: 'due', by: 'month' } }, undefined],
    [
      'export',
      { root: 'x', format: 'md', wanted: { what: 'due' } },
      'wanted.by has to be one of person, month',
    ],
    [
      'export',
      { root: 'x', format: 'md', wanted: { what: 'matrix', layout: 'x' } },
      'wanted.layout has to be one of matrix, soa',
    ],
    [
      'export',
      { root: 'x', format: 'md', wanted: { what: 'all' } },
      'wanted.what has to be one of plan, assessment, report, standard, due, matrix',
    ],
    [
      'export',
      { root: 'x', format: 'md', wanted: { what: 'report', past: { months: 7 } } },
      'wanted.past.months has to be a list',
    ],
    ['watched files', { changes: null }, 'changes has to be a list'],
    ['serverState', undefined, undefined],
    ['a request that takes anything', 7, undefined],
  ] as const)
    it(`${name} ${JSON.stringify(params)}: ${wrong ?? 'fits'}`, () =>
      equal(askedWrongly(name, params), wrong === undefined ? undefined : `${name}: ${wrong}.`));

  it('names no key that an object has by itself', () =>
    ok(askedWrongly('evidenceOf', Object.create({ root: 'x' }))));
});
