/** Asking for a day of the past, in any words. */
import { InputBoxValidationSeverity } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PastDayRequest } from '../../server/lsp/protocol';
import { dayWords } from '../../server/words/dates';
import type { AskDay } from './choice';
import { showInput } from '../host/pickers';

/** The server says what is meant while it is typed. */
export const askDayWith =
  (client: BaseLanguageClient): AskDay =>
  async () => {
    const read = (typed: string) => client.sendRequest(PastDayRequest, { typed: typed.trim() });
    const typed = await showInput({
      title: 'Compare with a Day',
      prompt: 'Since which day? What stood in the repository when it began is held against what is here now',
      placeHolder: '25 October 2026, last week, 3 months ago, 2026-10-25',
      validateInput: async (value) => {
        if (value.trim() === '') return undefined;
        const found = await read(value);
        if ('problem' in found) return found.problem;
        return { message: `Since ${dayWords(found.day)}`, severity: InputBoxValidationSeverity.Info };
      },
    });
    if (typed === undefined || typed.trim() === '') return undefined;
    const found = await read(typed);
    return 'day' in found ? found.day : undefined;
  };
