/** The details of an evidence file, each with the field that fits what it holds. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Choice } from '../choice';
import type { FormDetail, FormElement } from '../shownForm';
import type { Drafts } from './drafts';
import { notGiven, optionsOf, valueIn } from './fields';
import { send } from './host';
import type { Settled } from './suggestField';

export interface DetailParts {
  readonly drafts: Drafts;
  readonly elements: readonly FormElement[];
  /** What was offered last for a key. */
  readonly offered: ReadonlyMap<string, readonly Choice[]>;
  /** Why the last change of a key was not made. */
  readonly refused: ReadonlyMap<string, string>;
  readonly redraw: () => void;
}

export const detailRows = (details: readonly FormDetail[], parts: DetailParts): TemplateResult =>
  html`<div class="details">
    ${repeat(
      details.filter((detail) => !isNothingToChoose(detail, parts)),
      ({ key }) => key,
      (detail) => detailRow(detail, parts),
    )}
  </div>`;

/** Those of the file's own elements: there are none to tick. */
const isNothingToChoose = ({ holds }: FormDetail, { elements }: DetailParts): boolean =>
  holds === 'ownIdentifiers' && elements.length === 0;

function detailRow(detail: FormDetail, parts: DetailParts): TemplateResult {
  const { key, label, state } = detail;
  const why = parts.refused.get(key);
  const isWrong = why !== undefined || state === 'invalid';
  const said = why ?? (isSaying(detail) ? detail.words : '');
  return html`<div class="detail" data-key=${key}>
    <div class="label" title=${detail.description}>${label}</div>
    <div class="value">
      ${fieldOf(detail, parts, isWrong)}
      <div
        id=${remarkOf(key)}
        class=${isWrong ? 'remark wrong' : 'remark'}
        role=${isWrong ? 'alert' : nothing}
        ?hidden=${said === ''}
      >
        ${said}
      </div>
    </div>
  </div>`;
}

const remarkOf = (key: string): string => `about-${key}`;

/** What the words of a detail say more than its field. */
const isSaying = ({ holds, state }: FormDetail): boolean =>
  state === 'invalid' ||
  (state === 'given' && (holds === 'day' || holds === 'lastDay' || holds === 'choice'));

function fieldOf(detail: FormDetail, parts: DetailParts, isWrong: boolean): TemplateResult {
  switch (detail.holds) {
    case 'text':
    case 'ownNumber':
      return textField(detail, parts, isWrong);
    case 'choice':
      return choiceField(detail);
    case 'person':
    case 'day':
    case 'lastDay':
      return suggestField(detail, parts, isWrong);
    case 'paths':
      return pathList(detail);
    case 'identifiers':
    case 'ownIdentifiers':
      return elementTicks(detail, parts);
  }
}

function textField(
  { key, label, values, words, state }: FormDetail,
  parts: DetailParts,
  isWrong: boolean,
): TemplateResult {
  const { drafts, redraw } = parts;
  const value = values[0] ?? '';
  return html`<vscode-textfield
    data-field=${key}
    .label=${label}
    .placeholder=${state === 'missing' ? hintOf(words) : ''}
    ?invalid=${isWrong}
    .value=${live(drafts.shown(key, value))}
    @input=${({ currentTarget }: Event) => {
      drafts.typed(key, valueIn(currentTarget));
    }}
    @change=${() => drafts.settle(key)}
    @focusout=${() => {
      drafts.settle(key);
      drafts.forget(key);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter') drafts.settle(key);
      if (event.key !== 'Escape' || !drafts.isTyping(key)) return;
      event.stopPropagation();
      drafts.forget(key);
      redraw();
    }}
  ></vscode-textfield>`;
}

/** `missing: click to add` says how a row of a view is used; a field is typed into. */
const hintOf = (words: string): string =>
  words.replace(/(?:missing|none)?[:,]? ?(?:which counts as [^:]+)?:? ?click to add.*$/, '').trim();

function choiceField({ key, label, values, choices, state }: FormDetail): TemplateResult {
  const value = values[0] ?? '';
  const known = choices.some((choice) => choice.value === value);
  // What is wrong stays on show until something else is chosen.
  const rows: readonly Choice[] = [
    notGiven,
    ...(known || value === '' ? [] : [{ value, label: value, words: '' }]),
    ...choices,
  ];
  return html`<vscode-single-select
    data-field=${key}
    .label=${label}
    ?invalid=${state === 'invalid'}
    .options=${guard([key, value, choices], () => optionsOf(rows, value))}
    .value=${live(value)}
    @change=${({ currentTarget }: Event) => {
      const chosen = valueIn(currentTarget);
      if (chosen !== value) send({ kind: 'detail', key, values: [chosen] });
    }}
  ></vscode-single-select>`;
}

function suggestField(
  { key, label, holds, values }: FormDetail,
  { offered }: DetailParts,
  isWrong: boolean,
): TemplateResult {
  const isPerson = holds === 'person';
  const ask = ({ detail: typed }: CustomEvent<string>): void => {
    send({ kind: 'choices', key, typed: isPerson ? '' : typed });
  };
  return html`<suggest-field
    data-field=${key}
    .name=${`field-${key}`}
    .label=${label}
    .hint=${isPerson ? 'A role or a person' : 'A day, as you say it: 12 May 2027, in a year'}
    .value=${values[0] ?? ''}
    .choices=${offered.get(key) ?? []}
    .narrows=${isPerson}
    .invalid=${isWrong}
    .describedBy=${remarkOf(key)}
    @opened=${ask}
    @typed=${isPerson ? nothing : ask}
    @settled=${({ detail: { value, isTyped, save } }: CustomEvent<Settled>) => {
      send({ kind: 'detail', key, values: [value], isTyped: isTyped && !isPerson, save });
    }}
  ></suggest-field>`;
}

function pathList({ key, label, values }: FormDetail): TemplateResult {
  return html`<ul class="paths" aria-label=${label}>
      ${values.map(
        (path, at) =>
          html`<li>
            <button type="button" class="link" @click=${() => send({ kind: 'link', target: path })}>
              ${path}
            </button>
            <vscode-button
              secondary
              aria-label=${`Remove ${path}`}
              data-remove=${path}
              @click=${() => send({ kind: 'detail', key, values: values.filter((_, other) => other !== at) })}
              >Remove</vscode-button
            >
          </li>`,
      )}
    </ul>
    <vscode-button secondary data-field=${key} @click=${() => send({ kind: 'attach', key })}
      >Add ${label.toLowerCase()}…</vscode-button
    >`;
}

function elementTicks({ key, label, values }: FormDetail, { elements }: DetailParts): TemplateResult {
  return html`<div role="group" aria-label=${label} data-field=${key}>
    ${elements.map(
      ({ id, words }) =>
        html`<vscode-checkbox
          data-element=${id}
          .label=${`${id} ${words}`.trim()}
          .checked=${live(values.includes(id))}
          @change=${() => {
            const next = values.includes(id) ? values.filter((value) => value !== id) : [...values, id];
            send({ kind: 'detail', key, values: next });
          }}
        ></vscode-checkbox>`,
    )}
  </div>`;
}
