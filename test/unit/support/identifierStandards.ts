/** Standards whose IDs have the shapes that real ones have; their words are invented. */
import type { Standard } from '../../../server/core/standard/standard';
import { standardOf } from './standards';

/** @param ids each with what it says; an ID that starts with another one's and a mark is no child here */
function flat(id: string, title: string, levels: string, ids: Readonly<Record<string, string>>): Standard {
  const rows = Object.entries(ids).map(
    ([own, words]) => `      - { id: ${JSON.stringify(own)}, title: ${JSON.stringify(words)} }`,
  );
  return standardOf(
    id,
    [
      `title: ${title}`,
      `levels: ${levels}`,
      'children:',
      '  - id: GROUP',
      '    title: All',
      '    children:',
      ...rows,
      '',
    ].join('\n'),
  );
}

/** Letters, a dash and numbers in brackets. */
export const controls = flat('controls', 'Control Catalogue', '[Family, Control]', {
  'AC-1': 'Policy',
  'AC-2': 'Accounts',
  'AC-2(1)': 'Automated accounts',
  'AC-2(2)': 'Temporary accounts',
  'AC-2(3)': 'Unused accounts',
  'AC-3': 'Access',
  'AU-10': 'Records',
});
/** A letter, a full stop and numbers, beside numbers alone. */
export const clauses = flat('clauses', 'Clauses 27001', '[Part, Clause]', {
  '4.4.1 a)': 'Inputs',
  '4.4.1 b)': 'Order',
  '5.1': 'Leadership',
  '5.2': 'Policy',
  '9.1.2': 'Satisfaction',
  'A.5.1': 'Policies for security',
  'A.5.2': 'Roles for security',
});
/** Letters close to numbers. */
export const criteria = flat('criteria', 'Trust Criteria', '[Series, Criterion]', {
  'CC6.1': 'Keys',
  'CC6.2': 'Users',
  'CC6.3': 'Roles',
  'A1.2': 'Recovery',
});
/** Letters with a full stop, and a zero in front of a number. */
export const outcomes = flat('outcomes', 'Outcome Framework', '[Function, Outcome]', {
  'GV.OC-01': 'Mission',
  'GV.OC-02': 'Stakeholders',
  'ID.AM-01': 'Hardware',
});
/** A letter at the end. */
export const principles = flat('principles', 'Principle Framework', '[Objective, Outcome]', {
  'A1.a': 'Direction',
  'A1.b': 'Roles',
  'A1.c': 'Decisions',
});
/** Numbers and letters alone. */
export const singles = flat('singles', 'Five Points', '[List, Point]', {
  '1': 'Greet people',
  '2': 'Listen to them',
  '5': 'Say thank you',
  A: 'Managing risk',
  B: 'Protecting people',
  A4: 'Paper',
});
/** Numbers of the Roman kind. */
export const chapters = flat('chapters', 'Chapters', '[Part, Chapter]', {
  'II.3': 'Welcome',
  'IV.1': 'Answers',
});
