/** The one list of the outputs of `check`. */
import { checkAsJson } from './json';
import { checkAsText } from './text';
import type { CheckFormat } from '../../command/arguments';
import { azure } from './azure';
import { github } from './github';
import { gitlab } from './gitlab';
import { junit } from './junit';
import { markdown } from './markdown';
import type { Output } from './output';
import { sarif } from './sarif';

export const outputs: Readonly<Record<CheckFormat, Output>> = {
  text: ({ report }, { isTerminal }) => checkAsText(report, isTerminal),
  json: ({ report }) => checkAsJson(report),
  github,
  gitlab,
  azure,
  sarif,
  junit,
  markdown,
};
