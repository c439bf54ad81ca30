/** README's lists of what package.json contributes. */
import type { Target } from './target';
import { between, table } from './target';

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
}
interface Section {
  readonly properties: Readonly<Record<string, Setting>>;
}
interface Contributes {
  readonly configuration: readonly Section[];
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category?: string;
  }[];
  readonly keybindings?: readonly { readonly command: string; readonly key: string }[];
  readonly menus: {
    readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[];
  };
}

function settingsTable({ configuration }: Contributes): string {
  const rows = configuration.flatMap(({ properties }) =>
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

function commandsTable({ commands, keybindings = [], menus }: Contributes): string {
  const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false');
  const shown = commands.filter(({ command }) => !hidden.some((entry) => entry.command === command));
  const rows = shown.map(({ command, title, category }) => {
    const keys = keybindings.filter((binding) => binding.command === command);
    return [`**${category ?? ''}: ${title}**`, keys.map(({ key }) => `\`${key}\``).join(', ')];
  });
  return table(['command', 'keys'], rows);
}

const list = (name: string, make: (contributes: Contributes) => string): Target => ({
  file: 'README.md',
  what: `the table of ${name}`,
  update: (text, read) => {
    const { contributes } = JSON.parse(read('package.json')) as { readonly contributes: Contributes };
    return between(text, name, make(contributes));
  },
});

export const readmeTargets: readonly Target[] = [
  list('settings', settingsTable),
  list('commands', commandsTable),
];
