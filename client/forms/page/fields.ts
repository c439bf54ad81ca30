/** What the fields of forms and of tables have alike. */
import type { Choice } from '../choice';

/** In a list of a few words: none of them. */
export const notGiven: Choice = { value: '', label: 'not given', words: '' };

/** Choices as the component for a list of them takes them. */
export const optionsOf = (choices: readonly Choice[], chosen: string) =>
  choices.map(({ value, label, words }) => ({
    value,
    label,
    description: words,
    selected: value === chosen,
    disabled: false,
  }));

/** What a field says now. */
export const valueIn = (field: EventTarget | null): string =>
  field !== null && 'value' in field && typeof field.value === 'string' ? field.value : '';
