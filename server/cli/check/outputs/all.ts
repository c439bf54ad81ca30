/** The one list of the outputs of `check`, in the order in which help names them. */
import { azure } from './azure';
import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import type { Output } from './output';
import { sarif } from './sarif';
import { text } from './text';

export const outputs = { text, json, github, gitlab, azure, sarif, junit, markdown } satisfies Readonly<
  Record<string, Output>
>;
