/** How a part of one standard stands to a part of another: what the one asks for, against what the other does. */

/** Each with what it means of `from` and `to`: schemas/mapping.schema.json offers the same. */
export const relations = {
  equal: 'Both ask for the same.',
  subset: 'What “from” asks for is a part of what “to” asks for.',
  superset: 'What “from” asks for has all that “to” asks for in it, and more.',
  intersects: 'Both ask for something that the other asks for too.',
} as const;
export type Relation = keyof typeof relations;

export const relationNames = Object.keys(relations) as readonly Relation[];

export const isRelation = (text: string): text is Relation => Object.hasOwn(relations, text);

/** The same, read from the other end. */
export const converse = (relation: Relation): Relation =>
  relation === 'subset' ? 'superset' : relation === 'superset' ? 'subset' : relation;

/** What is sure of each part of one side, once that has been divided; undefined where it is what was said of the whole. */
export function ofOnePart(relation: string, side: 'from' | 'to'): Relation | undefined {
  if (relation === 'equal') return side === 'from' ? 'subset' : 'superset';
  return relation === (side === 'from' ? 'superset' : 'subset') ? 'intersects' : undefined;
}

/** The surest first: which of several counterparts is offered before others. */
export const bySurety: readonly Relation[] = ['equal', 'subset', 'superset', 'intersects'];

/** What other programs and people call them, for suggestions and for imports. */
const otherNames: ReadonlyMap<string, Relation> = new Map([
  ['equal to', 'equal'],
  ['equals', 'equal'],
  ['equivalent', 'equal'],
  ['equivalent to', 'equal'],
  ['same', 'equal'],
  ['same as', 'equal'],
  ['identical', 'equal'],
  ['identical to', 'equal'],
  ['exact', 'equal'],
  ['exact match', 'equal'],
  ['=', 'equal'],
  ['subset of', 'subset'],
  ['part of', 'subset'],
  ['narrower', 'subset'],
  ['narrower than', 'subset'],
  ['⊂', 'subset'],
  ['⊆', 'subset'],
  ['superset of', 'superset'],
  ['broader', 'superset'],
  ['broader than', 'superset'],
  ['contains', 'superset'],
  ['includes', 'superset'],
  ['⊃', 'superset'],
  ['⊇', 'superset'],
  ['intersect', 'intersects'],
  ['intersection', 'intersects'],
  ['intersects with', 'intersects'],
  ['overlap', 'intersects'],
  ['overlaps', 'intersects'],
  ['partial', 'intersects'],
  ['partial match', 'intersects'],
  ['related', 'intersects'],
  ['related to', 'intersects'],
]);

/** The relation that a word of others stands for, however it is written; undefined for one that says something else. */
export function relationCalled(text: string): Relation | undefined {
  const word = text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return isRelation(word) ? word : otherNames.get(word);
}
