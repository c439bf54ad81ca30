/** The pages of forms and tables by themselves: what each control says, the keyboard, axe, hostile texts, and the time. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { ensureAxe } from '../../.scripts/editors.mjs';
import type { FromPage } from '../../client/forms/messages';
import type { FormDetail, FormView } from '../../client/forms/shownForm';
import type { TableColumn, TableView } from '../../client/forms/tableView';
import { faultsIn } from './support/axe';
import { giveBrowserBack, takeBrowser } from './support/browser';
import { openFormPage, type FormPage } from './support/formPage';
import { waitFor } from './support/waitFor';
import type { Payload } from '../unit/hostile/payloads';
import { payloads, plainWords } from '../unit/hostile/payloads';
import { differences, ofHtml } from '../unit/hostile/skeleton';

const hostile =
  '<img src=x onerror="document.title=\'acted\'"><script>document.title="acted"</script>[a](command:x)';

const detail = (
  part: Pick<FormDetail, 'key' | 'label' | 'holds' | 'values'> & Partial<FormDetail>,
): FormDetail => ({
  description: `What ${part.label} is`,
  state: part.values.length > 0 ? 'given' : 'missing',
  words: part.values.length > 0 ? part.values.join(', ') : 'missing: click to add',
  choices: [],
  ...part,
});

const statuses = [
  { value: 'draft', label: 'Draft', words: 'Being written.' },
  { value: 'approved', label: 'Approved', words: 'It counts.' },
];

const form: FormView = {
  title: 'Annual survey',
  portfolios: [],
  details: [
    detail({ key: 'title', label: 'Title', holds: 'text', values: ['Annual survey'] }),
    detail({ key: 'strongest', label: 'Strongest for', holds: 'ownIdentifiers', values: ['3.2.4'] }),
    detail({ key: 'ref', label: 'Reference', holds: 'ownNumber', values: [] }),
    detail({ key: 'owner', label: 'Owner', holds: 'person', values: ['Jo'] }),
    detail({ key: 'status', label: 'Status', holds: 'choice', values: ['draft'], choices: statuses }),
    detail({ key: 'date', label: 'Date', holds: 'day', values: ['2026-13-01'], state: 'invalid', words: 'no day' }),
    detail({ key: 'review-by', label: 'Review by', holds: 'lastDay', values: ['2027-03-01'] }),
    detail({ key: 'attachments', label: 'Attachments', holds: 'paths', values: ['a.pdf#page=4', 'b.pdf'] }),
  ],
  elements: [
    {
      id: '3.2.4', words: 'information is accurate', text: 'Our information is accurate.', state: 'evidenced',
      stateWords: 'evidenced', stateMeaning: 'At least one', points: '1 of 2 points addressed',
      guidance: [{ text: 'One', isDone: true, isInFile: true }, { text: 'Two', isDone: false, isInFile: true }],
    },
    {
      id: '9.9.9', words: '', text: '', state: undefined, stateWords: 'not an element of the standard', stateMeaning: '',
      points: '', guidance: [],
    },
  ],
  findings: [
    { name: 'f1', message: '9.9.9 is no element', severity: 'error', line: 4, fixes: ['Remove it', 'Replace it'] },
  ],
}; // prettier-ignore

const column = (key: string, label: string, edit: TableColumn['edit'], forMany = false): TableColumn => ({
  key,
  label,
  edit,
  forMany,
  choices: edit === 'choice' ? statuses : [],
  width: key === 'title' ? 4 : 1,
});

const table = (count: number): TableView => ({
  title: 'Evidence',
  rowWord: 'file',
  columns: [
    column('title', 'Title', 'text'),
    column('elements', 'Elements', 'none'),
    column('owner', 'Owner', 'suggest', true),
    column('status', 'Status', 'choice', true),
    column('review-by', 'Review by', 'day', true),
  ],
  rows: Array.from({ length: count }, (_, at) => ({
    id: `f${at}`,
    flag: at % 7 === 3 ? 'overdue' : '',
    cells: [
      { value: `Evidence ${at} of something with a long name` },
      { value: '3.2.4, 1.1.1' },
      { value: `Owner ${at % 8}` },
      { value: 'draft', shown: 'Draft' },
      { value: '2027-01-01', shown: '1 January 2027', sortsAs: '2027-01-01' },
    ],
  })),
  actions: [
    { name: 'reviewed', label: 'Mark reviewed', needsRows: true },
    { name: 'undo', label: 'Undo', needsRows: false },
  ],
});

/** A form in which each of these texts stands wherever a text of a file may. */
const formOf = (texts: readonly Payload[]): FormView => {
  const each = <One>(made: (text: string, at: number) => One): One[] => texts.map(({ text }, at) => made(text, at));
  const kinds = form.details.map(({ holds }) => holds);
  return {
    title: texts[0]?.text ?? '',
    portfolios: each((text) => text),
    details: each((text, at) => detail({ key: `k${at}`, label: text, description: text, words: text, holds: kinds[at % kinds.length] ?? 'text', values: [text], choices: [{ value: text, label: text, words: text }] })),
    elements: each((text, at) => ({ id: `${at}${text}`, words: text, text, state: at % 2 ? 'evidenced' : undefined, stateWords: text, stateMeaning: text, points: text, guidance: [{ text, isDone: false, isInFile: at % 2 > 0 }] })),
    findings: each((text, at) => ({ name: `f${at}`, message: text, severity: 'error', line: at + 1, fixes: [text] })),
  };
}; // prettier-ignore

/** The same for a table. Of its rows, those in sight are drawn: it has no more of them than fit. */
const tableOf = (texts: readonly Payload[], title: string): TableView => ({
  ...table(0),
  title,
  rowWord: 'file',
  columns: texts.map(({ text }, at) => column(`c${at}`, text, 'text')),
  rows: [{ id: title, flag: 'overdue', cells: texts.map(({ text }) => ({ value: text, hint: text })) }],
  actions: texts.map(({ text }, at) => ({ name: `a${at}`, label: text, needsRows: at % 2 > 0 })),
});

describe('Pages of forms and tables', () => {
  let browser: Browser;
  let axe = '';
  before(async () => {
    axe = readFileSync(await ensureAxe({ log: console.log }), 'utf8');
    browser = await takeBrowser();
  });
  after(() => giveBrowserBack());

  const opened = async (kind: 'form' | 'table', shown: FormView | TableView): Promise<FormPage> => {
    const page = await openFormPage(browser, kind);
    await page.post('columns' in shown ? { kind: 'table', view: shown } : { kind: 'form', view: shown });
    return page;
  };
  const untilSent = (
    page: FormPage,
    until: (sent: readonly FromPage[]) => boolean,
  ): Promise<readonly FromPage[]> => {
    const all: FromPage[] = [];
    const look = async (): Promise<readonly FromPage[]> => {
      all.push(...(await page.sent()));
      return all;
    };
    return waitFor(look, 'the page to say something', { until, timeout: 60_000 });
  };

  describe('A form', () => {
    let page: FormPage;
    beforeEach(async () => {
      page = await opened('form', form);
    });
    afterEach(() => page.page.context().close());

    type Do = (page: Page) => Promise<void>;
    const press =
      (selector: string, ...keys: readonly string[]): Do =>
      async (on) => {
        await on.locator(selector).first().focus();
        for (const key of keys) await on.keyboard.press(key);
      };
    const typed =
      (field: string, text: string, ...keys: readonly string[]): Do =>
      async (on) => {
        await on.locator(`[data-field="${field}"] input`).focus();
        await on.keyboard.press('Control+a');
        await on.keyboard.type(text);
        for (const key of keys) await on.keyboard.press(key);
      };
    const set = (key: string, values: readonly string[], more: object = {}) => ({
      kind: 'detail',
      key,
      values,
      ...more,
    });
    const notSaved = { save: false };

    const controls: readonly (readonly [name: string, act: Do, message: unknown])[] = [
      ['a text, with Enter', typed('title', 'New', 'Enter'), set('title', ['New'], notSaved)],
      ['a text, by going on', typed('title', 'New', 'Tab'), set('title', ['New'], notSaved)],
      ['a text, by waiting', typed('ref', 'ES 1'), set('ref', ['ES 1'], notSaved)],
      ['a text, by saving', typed('title', 'New', 'Control+s'), set('title', ['New'], { save: true })],
      ['a text taken away', typed('title', '', 'Backspace', 'Enter'), set('title', [''], notSaved)],
      ['a person', typed('owner', 'Sam', 'Enter'), set('owner', ['Sam'], { isTyped: false, save: false })],
      ['a person, by going on', typed('owner', 'Sam', 'Tab'), set('owner', ['Sam'], { isTyped: false, save: false })],
      ['a day in words', typed('review-by', 'in a year', 'Enter'), set('review-by', ['in a year'], { isTyped: true, save: false })],
      ['a day, by saving', typed('date', '1 May', 'Control+s'), set('date', ['1 May'], { isTyped: true, save: true })],
      ['one of a few words', press('[data-field="status"]', 'Enter', 'ArrowDown', 'Enter'), set('status', ['approved'])],
      ['none of a few words', press('[data-field="status"]', 'Enter', 'ArrowUp', 'Enter'), set('status', [''])],
      ['an element that it is strongest for', press('[data-field="strongest"] [data-element="9.9.9"]', ' '), set('strongest', ['3.2.4', '9.9.9'])],
      ['an element that it is not strongest for', press('[data-field="strongest"] [data-element="3.2.4"]', ' '), set('strongest', [])],
      ['an attachment taken away', press('[data-remove="b.pdf"]', 'Enter'), set('attachments', ['a.pdf#page=4'])],
      ['an attachment to add', press('[data-field="attachments"]', 'Enter'), { kind: 'attach', key: 'attachments' }],
      ['an attachment to open', press('.paths button', 'Enter'), { kind: 'link', target: 'a.pdf#page=4' }],
      ['a point to tick', press('.guidance [data-order="1"]', ' '), { kind: 'point', element: '3.2.4', order: 1 }],
      ['an element to add', press('[data-do="addElement"]', ' '), { kind: 'addElement' }],
      ['an element to remove', press('.elements li vscode-button', 'Enter'), { kind: 'removeElement', element: '3.2.4' }],
      ['an element to read', press('.elements h3 button', 'Enter'), { kind: 'showElement', element: '3.2.4' }],
      ['a fix', press('.fixes vscode-button', 'Enter'), { kind: 'fix', finding: 'f1', title: 'Remove it' }],
      ['a place', press('.findings button', 'Enter'), { kind: 'place', finding: 'f1' }],
      ['the text', press('[data-do="editText"]', 'Enter'), { kind: 'editText' }],
    ]; // prettier-ignore

    for (const [name, act, message] of controls)
      it(`says ${name}, once, by the keyboard alone`, async () => {
        await act(page.page);
        const isOther = ({ kind }: FromPage): boolean => kind !== 'choices';
        const sent = await untilSent(page, (all) => all.some(isOther));
        await page.page.waitForTimeout(100);
        deepEqual([...sent, ...(await page.sent())].filter(isOther), [message]);
        deepEqual(page.complaints, []);
      });

    it('lets every control be reached with Tab, and left', async () => {
      const reached: string[] = [];
      for (let at = 0; at < 60; at += 1) {
        await page.page.keyboard.press('Tab');
        const what = await page.page.evaluate<string>(
          '(document.activeElement.closest("[data-field],[data-do],[data-remove],[data-order],li") ?? document.activeElement).outerHTML.slice(0, 90)',
        );
        if (reached.includes(what) && reached[0] === what) break;
        reached.push(what);
      }
      for (const wanted of ['data-do="editText"', 'data-field="title"', 'data-field="owner"', 'data-field="status"', 'data-field="date"', 'data-remove="b.pdf"', 'data-order="1"', 'data-do="addElement"'])
        ok(reached.some((html) => html.includes(wanted)), `${wanted} is not reached: ${reached.join('\n')}`); // prettier-ignore
    });

    it('offers people, and takes the one that is chosen with the arrows', async () => {
      await page.page.locator('[data-field="owner"] input').focus();
      await untilSent(page, (all) => all.some(({ kind }) => kind === 'choices'));
      const choice = (value: string) => ({ value, label: value, words: 'keeps 2 items' });
      await page.post({
        kind: 'choices',
        key: 'owner',
        typed: '',
        choices: ['Ann', 'Sam', 'Samir'].map(choice),
      });
      await page.page.keyboard.press('Control+a');
      await page.page.keyboard.type('sam');
      for (const key of ['ArrowDown', 'ArrowDown']) await page.page.keyboard.press(key);
      deepEqual(await faultsIn(page.page, axe), []);
      await page.page.keyboard.press('Enter');
      const sent = await untilSent(page, (all) => all.some(({ kind }) => kind === 'detail'));
      deepEqual(sent.at(-1), set('owner', ['Samir'], { isTyped: false, save: false }));
    });

    it('keeps what is being typed while the file changes, and gives it up with Escape', async () => {
      const field = page.page.locator('[data-field="title"] input');
      await field.focus();
      await page.page.keyboard.press('End');
      await page.page.keyboard.type(' of 2026');
      const [first, ...others] = form.details;
      const changed = { ...form, details: [{ ...first!, values: ['Another'] }, ...others] };
      await page.post({ kind: 'form', view: changed });
      equal(await field.inputValue(), 'Annual survey of 2026');
      await page.page.keyboard.press('Escape');
      equal(await field.inputValue(), 'Another');
    });

    it('says why something was not done, at its field', async () => {
      await page.post({ kind: 'refused', key: 'review-by', why: '“x” is not understood as a day.' });
      equal(await page.page.locator('#about-review-by').innerText(), '“x” is not understood as a day.');
      equal(await page.page.locator('#about-review-by').getAttribute('role'), 'alert');
    });

    it('has nothing that axe finds', async () => {
      await page.post({ kind: 'text', html: '<h1>Text</h1><table><tr><th>a</th></tr><tr><td>b</td></tr></table>', base: 'https://page.example/' });
      deepEqual(await faultsIn(page.page, axe), []);
      await page.page.setViewportSize({ width: 320, height: 800 });
      deepEqual(await faultsIn(page.page, axe), []);
      equal(await page.page.evaluate('document.documentElement.scrollWidth'), 320);
    }); // prettier-ignore

    it('takes a key within a picture', async () => {
      const [median, slowest] = await keyTimes(page.page, '[data-field="title"] input');
      console.log(`      a key in a form: median ${median} ms, slowest of 60 ${slowest} ms of the processor`);
      ok(median < 16, `${median} ms`);
    });
  });

  it('lets no text of a file act', async () => {
    const evil = JSON.parse(JSON.stringify(form).replaceAll('Annual survey', JSON.stringify(hostile).slice(1, -1)).replaceAll('is no element', JSON.stringify(hostile).slice(1, -1)).replaceAll('"Jo"', JSON.stringify(hostile)).replaceAll('a.pdf#page=4', JSON.stringify(hostile).slice(1, -1)).replaceAll('"One"', JSON.stringify(hostile))) as FormView; // prettier-ignore
    const page = await opened('form', evil);
    await page.post({
      kind: 'text',
      base: 'https://page.example/',
      html: `${hostile}<h1 id="page">A</h1><svg onload="document.title='acted'"></svg><iframe src="https://evil.example"></iframe>
        <form action="https://evil.example"><button formaction="javascript:document.title='acted'">b</button></form>
        <a href="javascript:document.title='acted'">js</a><a href="command:workbench.action.quit">command</a>
        <img src="https://evil.example/pixel.png" alt="pixel"><style>body { display: none }</style><base href="https://evil.example/">
        <meta http-equiv="refresh" content="0;url=https://evil.example"><template><script>document.title='acted'</script></template>
        <math><mtext><script>document.title='acted'</script></mtext></math><object data="https://evil.example"></object>
        <details open ontoggle="document.title='acted'">d</details><p style="position:fixed" class="suggestions" id="details-heading">p</p>`,
    });
    await page.page.waitForTimeout(300);
    equal(await page.page.title(), 'A <b>page</b>');
    equal(await page.page.locator('.text :is(script, iframe, form, svg, style, base, meta, object, template, [onclick], [style], [id])').count(), 0);
    equal(await page.page.locator('.text button').count(), 0);
    equal(await page.page.locator('h1').innerText(), hostile);
    ok(await page.page.locator('main').isVisible());
    // What would run or be fetched is refused, and nothing else is complained of.
    deepEqual(page.complaints.filter((text) => !/^(?:Executing|Applying) inline|base URI|page\.example\/x$|Failed to load resource/.test(text)), []);
    await page.page.context().close();
    const rows = table(3);
    const evilTable = await opened('table', { ...rows, title: hostile, rows: rows.rows.map((row) => ({ ...row, cells: row.cells.map(() => ({ value: hostile })) })) });
    equal(await evilTable.page.locator('[data-row="0"][data-column="1"]').innerText(), hostile);
    equal(await evilTable.page.title(), 'A <b>page</b>');
    deepEqual(evilTable.complaints, []);
    await evilTable.page.context().close();
  }); // prettier-ignore

  it('draws every text that tries to act as it draws plain words', async () => {
    const plain = plainWords(payloads.length);
    const drawn = async (page: FormPage, shown: FormView | TableView): Promise<ReturnType<typeof ofHtml>> => {
      await page.post('columns' in shown ? { kind: 'table', view: shown } : { kind: 'form', view: shown });
      await page.post({ kind: 'said', words: shown.title });
      await page.post({ kind: 'refused', key: 'k0', why: shown.title });
      return ofHtml(await page.page.evaluate<string>('document.body.outerHTML'));
    };
    const formPage = await opened('form', form);
    const tablePage = await opened('table', table(1));
    deepEqual(differences(await drawn(formPage, formOf(plain)), await drawn(formPage, formOf(payloads))), []);
    for (const [at] of payloads.entries()) {
      if (at % 20 !== 0) continue;
      const some = (all: readonly Payload[]): TableView => tableOf(all.slice(at, at + 20), all[at]?.text ?? '');
      deepEqual(differences(await drawn(tablePage, some(plain)), await drawn(tablePage, some(payloads))), []);
    }
    for (const page of [formPage, tablePage]) {
      equal(await page.page.title(), 'A <b>page</b>');
      deepEqual(page.complaints, []);
      await page.page.context().close();
    }
  }); // prettier-ignore

  it('takes of the text of a file what lays it out, and nothing that acts', async () => {
    const page = await opened('form', form);
    for (const { text } of payloads) {
      await page.page.evaluate(
        `window.postMessage(${JSON.stringify({ kind: 'text', html: `<p>${text}</p>`, base: 'https://page.example/' })}, '*')`,
      );
      await page.page.evaluate('new Promise((done) => setTimeout(done, 0))');
      const acting = await page.page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.text :is(script, iframe, form, svg, style, base, meta, object, embed, template, a[href], [srcdoc], [style], [id], [ping])'), ...[...document.querySelectorAll('.text *')].filter((one) => [...one.attributes].some(({ name, value }) => /^on/.test(name) || /^(?:javascript|data|command|vscode|file):/i.test(value)))].map((one) => one.outerHTML)`,
      );
      deepEqual(acting, [], text);
    }
    await page.page.waitForTimeout(100);
    equal(await page.page.title(), 'A <b>page</b>');
    // What would run is refused already where it is looked through, and of pictures those beside the file are asked for.
    deepEqual(page.complaints.filter((text) => !/^(?:Executing|Applying) inline|^asked for https:\/\/page\.example\/|Failed to load resource/.test(text)), []);
    await page.page.context().close();
  }); // prettier-ignore

  for (const count of [20, 2000])
    describe(`A table of ${count} rows`, () => {
      let page: FormPage;
      beforeEach(async () => {
        page = await opened('table', table(count));
      });
      afterEach(() => page.page.context().close());
      const keys = async (...names: readonly string[]): Promise<void> => {
        for (const name of names) await page.page.keyboard.press(name);
      };
      const enter = async (): Promise<void> => {
        await page.page.locator('.grid [tabindex="0"]').focus();
      };
      const here = (): Promise<string> =>
        page.page.evaluate(
          'document.activeElement.dataset.row + " " + document.activeElement.dataset.column',
        );
      const cells = (rows: readonly string[], key: string, value: string, more: object = {}) => ({
        kind: 'cells',
        rows,
        key,
        values: [value],
        ...more,
      });

      it('is gone through with the keys', async () => {
        await enter();
        equal(await here(), '0 1');
        await keys('ArrowDown', 'ArrowRight');
        equal(await here(), '1 2');
        await keys('Control+End');
        equal(await here(), `${count - 1} 5`);
        await keys('Control+Home', 'ArrowUp');
        equal(await here(), '-1 0');
        await keys('PageDown', 'End');
        ok(Number((await here()).split(' ')[0]) > 3);
      });

      it('says each change once: a text, a person, a day, one of a few', async () => {
        await enter();
        await keys('Enter');
        await page.page.waitForTimeout(60);
        await page.page.keyboard.type('New');
        await keys('Enter', 'ArrowRight', 'ArrowRight', 'F2');
        await page.page.waitForTimeout(60);
        await page.page.keyboard.type('Sam');
        await keys('Enter', 'ArrowRight', 'Enter');
        await page.page.waitForTimeout(60);
        await keys('Enter', 'ArrowDown', 'Enter', 'ArrowRight', 'Enter');
        await page.page.waitForTimeout(60);
        await page.page.keyboard.type('in a year');
        await keys('Enter');
        const sent = await untilSent(page, (all) => all.some((one) => one.kind === 'cells' && one.key === 'review-by'));
        deepEqual(sent.filter(({ kind }) => kind !== 'choices'), [
          cells(['f0'], 'title', 'New', { isTyped: true, save: false }),
          cells(['f0'], 'owner', 'Sam', { isTyped: true, save: false }),
          cells(['f0'], 'status', 'approved', { isTyped: false, save: false }),
          cells(['f0'], 'review-by', 'in a year', { isTyped: true, save: false }),
        ]);
        equal(await here(), '0 5');
        deepEqual(page.complaints, []);
      }); // prettier-ignore

      it('leaves a cell as it was with Escape, and what has not been changed alone', async () => {
        await enter();
        for (const column of [1, 3, 4, 5]) {
          await keys('Home', ...Array.from({ length: column }, () => 'ArrowRight'), 'Enter');
          await page.page.waitForTimeout(60);
          if (column !== 4) await page.page.keyboard.type('x');
          await keys('Escape', 'Escape');
          if ((await page.page.locator('[data-editor]').count()) > 0) await keys('Escape');
        }
        await keys('Home', 'ArrowRight', 'Enter', 'Enter');
        equal(await page.page.locator('[data-editor]').count(), 0);
        deepEqual((await page.sent()).filter(({ kind }) => kind === 'cells'), []);
      }); // prettier-ignore

      it('sets one value for several rows', async () => {
        await enter();
        await keys(' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
        equal(await page.page.locator('[role="status"]').innerText(), '3 files chosen');
        equal(await page.page.locator('.row[aria-selected="true"]').count(), 3);
        const value = page.page.locator('[data-do="bulk-value"] input');
        await value.focus();
        await page.page.keyboard.type('Sam');
        await keys('Enter');
        await page.page.locator('[data-do="bulk"]').focus();
        await keys('Enter');
        const sent = await untilSent(page, (all) => all.some(({ kind }) => kind === 'cells'));
        deepEqual(sent.at(-1), cells(['f0', 'f1', 'f2'], 'owner', 'Sam', { isTyped: true }));
        deepEqual(await faultsIn(page.page, axe), []);
        await enter();
        await keys('Control+a');
        equal(await page.page.locator('[role="status"]').innerText(), `${count} files chosen`);
        await page.page.locator('[data-do="reviewed"]').focus();
        await keys(' ');
        const acted = (await untilSent(page, (all) => all.some(({ kind }) => kind === 'act'))).at(-1);
        ok(acted?.kind === 'act' && acted.rows.length === count);
      });

      it('sorts and filters, and keeps what is chosen', async () => {
        await enter();
        await keys(' ', 'ArrowUp');
        await page.page.locator('[role="columnheader"][data-column="3"]').focus();
        await keys('Enter', 'Enter');
        equal(
          await page.page.locator('[role="columnheader"][data-column="3"]').getAttribute('aria-sort'),
          'descending',
        );
        equal(await page.page.locator('[data-row="0"][data-column="3"]').innerText(), 'Owner 7');
        await page.page.locator('[data-do="filter"] input').focus();
        await page.page.keyboard.type('owner 3 overdue');
        const rows = await page.page.locator('.rows .row').count();
        ok(rows > 0 && rows < count);
        await keys('Escape');
        equal(await page.page.locator('[role="grid"]').getAttribute('aria-rowcount'), String(count + 1));
        await page.page.locator('[role="columnheader"][data-column="3"]').focus();
        await keys('Enter');
        equal(await page.page.locator('.row[aria-selected="true"]').getAttribute('data-id'), 'f0');
      });

      it('has nothing that axe finds, also while a cell is changed', async () => {
        deepEqual(await faultsIn(page.page, axe), []);
        await enter();
        for (const column of [1, 3, 4, 5]) {
          await keys('Home', ...Array.from({ length: column }, () => 'ArrowRight'), 'Enter');
          await page.page.waitForTimeout(60);
          deepEqual(await faultsIn(page.page, axe), [], `column ${column}`);
          await keys('Escape', 'Escape');
        }
      });

      it('scrolls and takes keys without delay', async () => {
        if (count > 500) ok((await page.page.locator('.rows .row').count()) < 70);
        const [scrolled, slowest] = await scrollTimes(page.page);
        await enter();
        await keys('Enter');
        await page.page.waitForTimeout(60);
        const [median, worst] = await keyTimes(page.page, '[data-editor] input');
        console.log(`      ${count} rows: a picture while scrolling ${scrolled} ms, slowest ${slowest} ms; a key in a cell ${median} ms, slowest ${worst} ms of the processor`); // prettier-ignore
        ok(median < 16, `a key: ${median} ms`);
        // Held against peers of the same run: what a picture takes is 12 ms on one machine and 18 on another, or later.
        ok(scrolled < 6 * median, `scrolling: ${scrolled} ms, a key: ${median} ms`);
        if (count <= 500) return;
        const few = await opened('table', table(600));
        const [peer] = await scrollTimes(few.page);
        await few.page.context().close();
        ok(scrolled < 1.6 * peer, `scrolling: ${scrolled} ms, and ${peer} ms with 600 rows`);
      });
    });
});

/** What the page has cost the processor so far, in milliseconds: others on the machine do not count. */
async function cost(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const task = metrics.find(({ name }) => name === 'TaskDuration');
    return (task?.value ?? 0) * 1000;
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const medianAndMost = (times: readonly number[]): readonly [median: number, most: number] => {
  const sorted = [...times].sort((left, right) => left - right);
  return [round(sorted[Math.floor(sorted.length / 2)] ?? 0), round(sorted.at(-1) ?? 0)];
};

async function keyTimes(page: Page, field: string): Promise<readonly [median: number, most: number]> {
  const spent = await cost(page);
  await page.locator(field).focus();
  const times: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    const before = await spent();
    await page.keyboard.press('a');
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    times.push((await spent()) - before);
  }
  return medianAndMost(times);
}

async function scrollTimes(page: Page): Promise<readonly [median: number, most: number]> {
  const spent = await cost(page);
  const times: number[] = [];
  for (let at = 1; at <= 60; at += 1) {
    const before = await spent();
    await page.evaluate(`document.querySelector('.grid').scrollTop = ${(at % 40) * 400}`);
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
    );
    times.push((await spent()) - before);
  }
  return medianAndMost(times);
}
