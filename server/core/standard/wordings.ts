/** What a node says in the languages of its standard; a file of its own, which needs no other. */
import type { StandardNode, Wording } from './standard';

/** What a node says in each language of its standard: what people have written may be in any of them. */
export const wordingsOf = (node: StandardNode): readonly Wording[] => node.wordings ?? [node];

/** What a node says in its standard's own words, whatever it is shown in. */
export const ownWording = (node: StandardNode): Wording => node.wordings?.[0] ?? node;
