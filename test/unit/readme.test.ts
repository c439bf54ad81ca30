/** README's lists of settings, commands and rules are those of package.json and of the rules. `UPDATE_EXPECT=1` writes them. */
import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { rules } from '../../server/core/rules/all';

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
}
interface Section {
  readonly properties: Readonly<Record<string, Setting>>;
}
interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}
interface Keybinding {
  readonly command: string;
  readonly key: string;
}
interface Contributes {
  readonly configuration: Section | readonly Section[];
  readonly commands: readonly Command[];
  readonly keybindings?: readonly Keybinding[];
  readonly menus: {
    readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: Contributes;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

function settingsTable(): string {
  const sections = [contributes.configuration].flat() as readonly Section[];
  const rows = sections.flatMap(({ properties }) =>
    Object.entries(properties)
      .sort(([, left], [, right]) => (left.order ?? 0) - (right.order ?? 0))
      .map(([name, { description, markdownDescription }]) => [
        `\`${name}\``,
        // Links of the settings page lead nowhere in a README.
        (markdownDescription ?? description ?? '').replace(/`#([\w.]+)#`/g, '`$1`').split(/\n\n/)[0] ?? '',
      ]),
  );
  return table(['setting', 'what it does'], rows);
}

function commandsTable(): string {
  const hidden = (contributes.menus.commandPalette ?? []).filter(({ when }) => when === 'false');
  const shown = contributes.commands.filter(
    ({ command }) => !hidden.some((entry) => entry.command === command),
  );
  const rows = shown.map(({ command, title, category }) => {
    const keys = (contributes.keybindings ?? []).filter((binding) => binding.command === command);
    return [`**${category ?? ''}: ${title}**`, keys.map(({ key }) => `\`${key}\``).join(', ')];
  });
  return table(['command', 'keys'], rows);
}

const rulesTable = (): string =>
  table(
    ['rule', 'severity', 'finds'],
    rules.map(({ code, severity, summary }) => [`[${code}](docs/rules/${code}.md)`, severity, summary]),
  );

describe('README', () => {
  const lists: Readonly<Record<string, () => string>> = {
    settings: settingsTable,
    commands: commandsTable,
    rules: rulesTable,
  };
  for (const [name, make] of Object.entries(lists)) {
    it(`lists the ${name} as they are`, async () => {
      const text = readFileSync('README.md', 'utf8');
      const marks = new RegExp(`(<!-- ${name} -->\n)([^]*?)(\n<!-- /${name} -->)`);
      const found = marks.exec(text)?.[2]?.trim();
      // As the formatter leaves it.
      const expected = (await format(make(), { parser: 'markdown' })).trim();
      if (process.env['UPDATE_EXPECT'] === '1') {
        writeFileSync(
          'README.md',
          text.replace(marks, (_, before: string, __, after: string) => `${before}\n${expected}\n${after}`),
        );
        return;
      }
      equal(found, expected);
    });
  }
});
