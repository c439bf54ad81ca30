/** What is done where an element of a document begins and where it ends, by the element's name. */

export type Attributes = Readonly<Record<string, string>>;

export type Events = Readonly<Partial<Record<string, (attributes: Attributes) => void>>>;

/** Of one subject. */
export interface Handlers {
  readonly open: Events;
  readonly close: Readonly<Partial<Record<string, () => void>>>;
}
