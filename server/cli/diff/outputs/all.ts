/** The one list of the outputs of `diff`, in the order in which help names them. */
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import type { Output } from './output';
import { text } from './text';

export const outputs = { text, json, html, markdown } satisfies Readonly<Record<string, Output>>;
