/** Where portfolio.yaml names elements. */
import type { Span } from '../text/span';
import type { Manifest } from './manifest';

/** Every place at which the manifest names something of the standard, by the IDs that stand there. */
export const namedIn = ({
  decisions,
  assignments,
}: Manifest): readonly { readonly id: string; readonly span: Span }[] => [
  ...decisions.values(),
  ...assignments.values(),
];
