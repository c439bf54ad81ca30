/** The form of an evidence file. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Choice } from '../choice';
import type { ToPage } from '../messages';
import type { FormElement, FormFinding, FormView } from '../shownForm';
import { detailRows } from './details';
import { createDrafts } from './drafts';
import { keep, kept, listen, send } from './host';
import { renderedText } from './renderedText';
import { SuggestField } from './suggestField';

/** Shows the form in a part of the page from now on. */
export function showForm(page: HTMLElement): void {
  let view: FormView | undefined;
  let why = 'Reading the file…';
  let text: DocumentFragment | undefined;
  const offered = new Map<string, readonly Choice[]>();
  const refused = new Map<string, string>();
  const drafts = createDrafts((key, value, save) => {
    refused.delete(key);
    send({ kind: 'detail', key, values: [value], save });
  });
  const textAt = document.createElement('div');
  textAt.className = 'text';
  const redraw = (): void => {
    const parts = { drafts, elements: view?.elements ?? [], offered, refused, redraw };
    render(
      view
        ? form(view, textAt, detailRows(view.details, parts))
        : html`<p class="nothing" role="status">${why}</p>`,
      page,
    );
  };
  const heard = (message: ToPage): void => {
    switch (message.kind) {
      case 'form':
        forgetSettled(refused, view, message.view);
        ({ view } = message);
        break;
      case 'nothing':
        view = undefined;
        ({ why } = message);
        break;
      case 'text':
        text = renderedText(message.html, {
          base: message.base,
          open: (target) => send({ kind: 'link', target }),
        });
        textAt.replaceChildren(text);
        break;
      case 'choices':
        offered.set(message.key, message.choices);
        break;
      case 'refused':
        refused.set(message.key, message.why);
        break;
      case 'table':
      case 'said':
        break;
    }
    redraw();
    restoreScroll();
  };
  saveKeeps((save) => drafts.settleAll(save));
  redraw();
  listen(heard);
}

/** What has been refused was about what stood there: it goes with that, and not because something else has changed. */
function forgetSettled(refused: Map<string, string>, before: FormView | undefined, now: FormView): void {
  const valuesIn = (view: FormView | undefined, key: string): string =>
    JSON.stringify(view?.details.find((detail) => detail.key === key)?.values);
  for (const key of refused.keys()) if (valuesIn(before, key) !== valuesIn(now, key)) refused.delete(key);
}

/** Saving saves what is being typed, too: VS Code would save the file without it. */
function saveKeeps(settleAll: (save: boolean) => boolean): void {
  addEventListener(
    'keydown',
    (event) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.key.toLowerCase() !== 's' ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const field = document.activeElement?.closest('suggest-field');
      const isTyping = field instanceof SuggestField && field.isDirty;
      if (isTyping) field.settleNow(true);
      else if (!settleAll(true)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

let isScrolled = false;
/** Where the reader was, before the page was hidden: once, when there is something to scroll. */
function restoreScroll(): void {
  if (isScrolled) return;
  const top = kept('top') ?? 0;
  requestAnimationFrame(() => {
    scrollTo(0, top);
    if (scrollY >= top - 1) isScrolled = true;
  });
  onscroll = () => {
    keep('top', scrollY);
  };
}

function form(view: FormView, text: Node, details: TemplateResult): TemplateResult {
  const { title, portfolios, elements, findings } = view;
  return html`<header>
      <h1>${title}</h1>
      <vscode-button data-do="editText" @click=${() => send({ kind: 'editText' })}>Edit Text</vscode-button>
    </header>
    ${portfolios.length > 1 ? html`<p class="remark">Counts in: ${portfolios.join('; ')}</p>` : nothing}
    <section aria-labelledby="details-heading">
      <h2 id="details-heading">Details</h2>
      ${details}
    </section>
    ${findingsPart(findings)} ${elementsPart(elements)}
    <section aria-labelledby="text-heading">
      <h2 id="text-heading">Text</h2>
      ${text}
    </section>`;
}

function findingsPart(findings: readonly FormFinding[]): TemplateResult {
  return html`<section aria-labelledby="findings-heading" ?hidden=${findings.length === 0}>
    <h2 id="findings-heading">To put right</h2>
    <ul class="findings">
      ${repeat(
        findings,
        ({ name }) => name,
        ({ name, message, severity, line, fixes }) =>
          html`<li data-finding=${name}>
            <span class=${`severity ${severity}`}>${severityWords[severity]}</span>
            <button type="button" class="link" @click=${() => send({ kind: 'place', finding: name })}>
              Line ${line}
            </button>
            <p>${message}</p>
            ${
              fixes.length === 0
                ? nothing
                : html`<div class="fixes">
                    ${fixes.map(
                      (title) =>
                        html`<vscode-button
                          secondary
                          @click=${() => send({ kind: 'fix', finding: name, title })}
                          >${title}</vscode-button
                        >`,
                    )}
                  </div>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

const severityWords: Readonly<Record<FormFinding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Note',
  hint: 'Hint',
};

function elementsPart(elements: readonly FormElement[]): TemplateResult {
  return html`<section aria-labelledby="elements-heading">
    <h2 id="elements-heading">Elements</h2>
    <p class="remark" ?hidden=${elements.length > 0}>This file names no element of the standard yet.</p>
    <ul class="elements">
      ${repeat(elements, ({ id }) => id, elementRow)}
    </ul>
    <vscode-button secondary data-do="addElement" @click=${() => send({ kind: 'addElement' })}
      >Add an element…</vscode-button
    >
  </section>`;
}

function elementRow({
  id,
  words,
  text,
  state,
  stateWords,
  stateMeaning,
  points,
  guidance,
}: FormElement): TemplateResult {
  return html`<li data-element=${id}>
    <h3>
      <button
        type="button"
        class="link"
        title=${text}
        @click=${() => send({ kind: 'showElement', element: id })}
      >
        ${id} ${words}
      </button>
      <span class=${`state ${state ?? 'unknown'}`} title=${stateMeaning}>${stateWords}</span>
      ${points === '' ? nothing : html`<span class="remark">${points}</span>`}
      <vscode-button
        secondary
        aria-label=${`Remove ${id} ${words}`.trim()}
        @click=${() => send({ kind: 'removeElement', element: id })}
        >Remove</vscode-button
      >
    </h3>
    ${text === '' || text === words ? nothing : html`<p>${text}</p>`}
    ${
      guidance.length === 0
        ? nothing
        : html`<div class="guidance" role="group" aria-label=${`Guidance on ${id}`}>
            ${guidance.map(
              (point, order) =>
                html`<vscode-checkbox
                  data-order=${order}
                  .label=${point.text}
                  .checked=${live(point.isDone)}
                  @change=${() => send({ kind: 'point', element: id, order })}
                ></vscode-checkbox>`,
            )}
            ${
              guidance.some(({ isInFile }) => isInFile)
                ? nothing
                : html`<p class="remark">
                    A tick puts the guidance into the file, as a list to work through.
                  </p>`
            }
          </div>`
    }
  </li>`;
}
