/** What a field of a form or of a table can hold, and what is to be written for what somebody has typed there. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DetailChoicesRequest, type FrontMatterKey, type ThisFileDetail } from '../../server/lsp/protocol';
import type { Choice } from './choice';

/** What the server offers for a key of a file, likeliest first; none where it has nothing to offer. */
export async function choicesFor(
  client: BaseLanguageClient,
  uri: string,
  key: string,
  typed: string,
): Promise<readonly Choice[]> {
  const about = { uri, key: key as FrontMatterKey }; // The server answers null for what is no key.
  const answer = await client.sendRequest(DetailChoicesRequest, typed === '' ? about : { ...about, typed });
  return answer?.choices ?? [];
}

export type Settled =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

export interface Wanted {
  readonly uri: string;
  readonly detail: Pick<ThisFileDetail, 'key' | 'holds' | 'label'>;
  readonly values: readonly string[];
  /** A day in any words. */
  readonly isTyped: boolean;
}

/** The values to write: without blanks around them, and days that were typed as the server understands them. */
export async function settledValues(client: BaseLanguageClient, wanted: Wanted): Promise<Settled> {
  const { uri, detail, isTyped } = wanted;
  const values = wanted.values.map((value) => value.trim()).filter((value) => value !== '');
  const [typed] = values;
  const isDay = detail.holds === 'day' || detail.holds === 'lastDay';
  if (!isTyped || !isDay || typed === undefined) return { kind: 'values', values };
  const [first] = await choicesFor(client, uri, detail.key, typed);
  return first
    ? { kind: 'values', values: [first.value] }
    : {
        kind: 'refused',
        why: `“${typed}” is not understood as a day. Write it as 12 May 2027, 12/5/2027 or “in 3 months”.`,
      };
}
