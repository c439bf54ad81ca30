/** How a counterpart in another standard stands to an element, said of the counterpart. */
const asks = {
  equal: (id) => (id === undefined ? 'asks for the same' : `asks for the same as ${id}`),
  subset: (id) => `asks for ${id ?? 'this'} and more`,
  superset: (id) => `asks for a part of ${id ?? 'this'}`,
  intersects: (id) => `asks for some of ${id ?? 'this'}`,
} as const satisfies Readonly<Record<string, (id: string | undefined) => string>>;

/**
 * `asks for the same`; with an ID, `asks for the same as 3.2.4`.
 * @param relation how the element stands to its counterpart
 * @param id of the element, where it is not clear which is meant
 */
export const asksWords = (relation: keyof typeof asks, id?: string): string => asks[relation](id);

/** `evidence for ISO:9.1.2 may serve`; of several, the first ones by name. */
export function mayServeWords(ids: readonly string[]): string {
  const [first = '', second, ...rest] = ids;
  if (second === undefined) return `evidence for ${first} may serve`;
  return rest.length === 0
    ? `evidence for ${first} or ${second} may serve`
    : `evidence for ${first}, ${second} or ${rest.length} more may serve`;
}
