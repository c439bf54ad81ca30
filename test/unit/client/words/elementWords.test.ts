import { deepEqual } from 'node:assert/strict';
import { fitOf } from '../../../../client/words/elementWords';
import { element } from '../coverage/example';

const complaints = element('4.3.2', 'missing', {
  text: 'We have an easy to use complaints procedure, which includes a commitment to deal with problems fully.',
  guidance: ['How staff deal with complaints.', 'Leaflets and customers’ letters.'],
});

describe('Words that are typed for an element', () => {
  for (const [typed, fit] of [
    ['', { kind: 'own' }],
    ['4.3', { kind: 'own' }],
    ['4.3.2', { kind: 'own' }],
    ['3.2', undefined],
    ['complaint', { kind: 'own' }],
    ['PROBLEMS complaints', { kind: 'own' }],
    ['procedure, easy', { kind: 'own' }],
    ['omplaint', undefined],
    ['staff', { kind: 'guidance', point: 'How staff deal with complaints.' }],
    ['customers leaflets', { kind: 'guidance', point: 'Leaflets and customers’ letters.' }],
    ['easy letters', { kind: 'guidance', point: 'Leaflets and customers’ letters.' }],
    ['delivery', { kind: 'own' }],
    ['!?', undefined],
  ] as const)
    it(`“${typed}” ${fit === undefined ? 'do not fit' : `fit by ${fit.kind}`}`, () =>
      deepEqual(fitOf(complaints, typed, ['Delivery']), fit));
});
