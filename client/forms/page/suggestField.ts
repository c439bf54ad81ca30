/**
 * A field for a text, with a list of what it could be. The components that the pages are made of have a field like it,
 * which forgets what was typed and not chosen, and takes Enter for nothing: this one keeps every text.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../choice';

/** What a field says of itself: `typed` at each key, `settled` with what was chosen or typed to the end. */
export interface Settled {
  readonly value: string;
  /** It was typed, and is none of the choices. */
  readonly isTyped: boolean;
  readonly save: boolean;
}

export class SuggestField extends LitElement {
  static override properties = {
    value: {},
    shown: {},
    label: {},
    name: {},
    hint: {},
    choices: { attribute: false },
    narrows: { type: Boolean },
    invalid: { type: Boolean },
    describedBy: {},
    isOpen: { state: true },
    active: { state: true },
    typed: { state: true },
  };
  /** What stands in the file. */
  declare value: string;
  /** What is shown for it, where that is something else. */
  declare shown: string | undefined;
  /** For screen readers. */
  declare label: string;
  /** The field's own, in the page: parts of it are found by it. */
  declare name: string;
  declare hint: string;
  declare choices: readonly Choice[];
  /** What is typed narrows the choices; else whoever gives them does. */
  declare narrows: boolean;
  declare invalid: boolean;
  declare describedBy: string;
  declare private isOpen: boolean;
  declare private active: number;
  /** Undefined: nobody has typed since it was settled. */
  declare private typed: string | undefined;

  constructor() {
    super();
    this.value = '';
    this.shown = undefined;
    this.label = '';
    this.name = '';
    this.hint = '';
    this.choices = [];
    this.narrows = false;
    this.invalid = false;
    this.describedBy = '';
    this.isOpen = false;
    this.active = -1;
    this.typed = undefined;
  }

  /** In the page and not in a tree of its own: what describes the field can be anywhere then. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.input?.focus();
    this.input?.select();
  }

  /** Settles what has been typed so far, as leaving the field does. */
  settleNow(save = false): void {
    if (this.typed !== undefined) this.settle(this.typed, true, save);
  }

  get isDirty(): boolean {
    return this.typed !== undefined;
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private get fitting(): readonly Choice[] {
    const words = (this.typed ?? '').trim().toLowerCase();
    if (!this.narrows || words === '') return this.choices;
    return this.choices.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(words));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active'))
      this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const choices = this.fitting;
    const isOpen = this.isOpen && choices.length > 0;
    const list = `${this.name}-list`;
    return html`<input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-autocomplete="list"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls=${isOpen ? list : nothing}
        aria-activedescendant=${isOpen && this.active >= 0 ? `${list}-${this.active}` : nothing}
        aria-describedby=${this.describedBy || nothing}
        aria-invalid=${this.invalid ? 'true' : 'false'}
        placeholder=${this.hint}
        .value=${live(this.typed ?? this.shown ?? this.value)}
        @input=${this.onInput}
        @focus=${() => this.say('opened', this.typed ?? '')}
        @click=${this.open}
        @blur=${this.onBlur}
        @keydown=${this.onKey}
      />${isOpen ? this.list(choices, list) : nothing}`;
  }

  private list(choices: readonly Choice[], id: string): TemplateResult {
    return html`<div class="suggestions" role="listbox" id=${id} aria-label=${this.label}>
      ${choices.map(
        ({ label, words }, at) =>
          html`<div
            role="option"
            id=${`${id}-${at}`}
            class=${at === this.active ? 'suggestion active' : 'suggestion'}
            aria-selected=${at === this.active ? 'true' : 'false'}
            @pointerdown=${(event: Event) => {
              // The field keeps the focus: leaving it would settle what was typed.
              event.preventDefault();
              this.choose(at);
            }}
          >
            <span>${label}</span>${words === '' ? nothing : html` <span class="remark">${words}</span>`}
          </div>`,
      )}
    </div>`;
  }

  private readonly open = (): void => {
    this.isOpen = true;
    this.active = -1;
  };

  private readonly onInput = (): void => {
    this.typed = this.input?.value ?? '';
    this.open();
    this.say('typed', this.typed);
  };

  private readonly onBlur = (): void => {
    this.isOpen = false;
    this.settleNow();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      this.move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter') {
      event.preventDefault();
      // Where a table moves on after Enter, the field has told it already.
      event.stopPropagation();
      if (this.isOpen && this.active >= 0) this.choose(this.active);
      else if (this.typed === undefined) this.say('left', '');
      else this.settleNow();
    } else if (key === 'Escape' && (this.isOpen || this.typed !== undefined)) {
      event.stopPropagation();
      this.isOpen = false;
      this.typed = undefined;
      this.say('left', '');
    }
  };

  private move(by: number): void {
    const count = this.fitting.length;
    if (!this.isOpen) this.isOpen = true;
    if (count === 0) return;
    this.active = this.active < 0 ? (by > 0 ? 0 : count - 1) : (this.active + by + count) % count;
  }

  private choose(at: number): void {
    const choice = this.fitting[at];
    if (choice) this.settle(choice.value, false, false);
  }

  private settle(value: string, isTyped: boolean, save: boolean): void {
    this.isOpen = false;
    this.typed = undefined;
    this.dispatchEvent(new CustomEvent<Settled>('settled', { detail: { value, isTyped, save } }));
  }

  private say(name: 'opened' | 'typed' | 'left', typed: string): void {
    this.dispatchEvent(new CustomEvent<string>(name, { detail: typed }));
  }
}

customElements.define('suggest-field', SuggestField);
