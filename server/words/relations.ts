/** How a counterpart in another standard stands to an element, said of the counterpart. */
const asks = {
  equal: 'asks for the same',
  subset: 'asks for this and more',
  superset: 'asks for a part of this',
  intersects: 'asks for some of this',
} as const;

/** @param relation how the element stands to its counterpart */
export const asksWords = (relation: keyof typeof asks): string => asks[relation];
