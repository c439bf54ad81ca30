import { ThemeColor, ThemeIcon } from 'vscode';
import type { Award, CoverageSummary, ElementChangeKind, ElementState } from '../../server/lsp/protocol';

/** A different shape per state, so that the colour is never all that tells them apart. */
const icons: Readonly<Record<ElementState, readonly [icon: string, color: string]>> = {
  evidenced: ['pass', 'testing.iconPassed'],
  overdue: ['history', 'problemsWarningIcon.foreground'],
  draft: ['edit', 'problemsInfoIcon.foreground'],
  missing: ['circle-large-outline', 'problemsErrorIcon.foreground'],
  'not-applicable': ['circle-slash', 'disabledForeground'],
  'out-of-scope': ['dash', 'disabledForeground'],
};

/** The icon of an element's state, in the theme's colours. */
export function stateIcon(state: ElementState): ThemeIcon {
  const [icon, color] = icons[state];
  return new ThemeIcon(icon, new ThemeColor(color));
}

/** Another shape for each, and none that a state has, but where the change and the state are the same news. */
const changeIcons: Readonly<Record<ElementChangeKind, readonly [icon: string, color: string]>> = {
  gained: ['diff-added', 'testing.iconPassed'],
  lost: ['diff-removed', 'problemsErrorIcon.foreground'],
  overdue: ['history', 'problemsWarningIcon.foreground'],
  draft: ['edit', 'problemsInfoIcon.foreground'],
  weakened: ['arrow-down', 'problemsWarningIcon.foreground'],
  moved: ['diff-modified', 'problemsInfoIcon.foreground'],
};

/** The icon of what has become of an element since a base. It goes before that of its state, which the words name. */
export function changeIcon(kind: ElementChangeKind): ThemeIcon {
  const [icon, color] = changeIcons[kind];
  return new ThemeIcon(icon, new ThemeColor(color));
}

/** The icon of a group: ticked once all of its elements are evidenced. */
export function groupIcon(summary: CoverageSummary | undefined): ThemeIcon {
  if (summary === undefined || summary.evidenced < summary.total - summary.notApplicable)
    return new ThemeIcon('list-tree');
  if (summary.evidenced === 0) return stateIcon('not-applicable');
  return new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed'));
}

/** Of how one's own ratings stand against the award: another shape once it is reached. */
export function awardIcon({ self }: Award): ThemeIcon {
  return self.reached >= self.needed
    ? new ThemeIcon('verified-filled', new ThemeColor('testing.iconPassed'))
    : new ThemeIcon('verified', new ThemeColor('problemsWarningIcon.foreground'));
}
