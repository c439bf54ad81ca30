/** Rating an element from where its ID stands. */
import type { Decision } from '../../core/manifest/manifest';
import { ratingWords } from '../../core/portfolio/assessment';
import type { StandardNode } from '../../core/standard/standard';
import { lineAround } from '../../core/text/lines';
import { valueOf } from '../../core/yaml/fields';
import type { Fix, FixContext } from './context';
import { byCommand } from './context';

/** Rates an element: where the client can ask, it does, else each rating is offered. Only for what applies. */
export function rateElement(
  { commands, portfolio }: FixContext,
  { id, assessable, inScope }: StandardNode,
): readonly Fix[] {
  const { root } = portfolio;
  const { standard } = portfolio.standardOf(id);
  if (
    !assessable ||
    !inScope ||
    portfolio.decision(id)?.applicable === false ||
    standard.ratings.length === 0
  )
    return [];
  const { rateElement: ask, setRating: set } = commands;
  if (ask !== undefined) return byCommand(`Rate ${id}…`, ask, { root, element: id });
  const given = portfolio.decision(id)?.self;
  return standard.ratings
    .filter((rating) => !given || valueOf(given) !== rating.id)
    .flatMap((rating) =>
      byCommand(`Rate ${id} ${ratingWords(rating)}`, set, { root, element: id, rating: rating.id }),
    );
}

/** Rating the element whose decision has its first line at an offset of portfolio.yaml. */
export function rateDecision(context: FixContext, offset: number): readonly Fix[] {
  const { text, portfolio } = context;
  const isAt = ({ span }: Decision): boolean => {
    const line = lineAround(text, span.start);
    return line.start <= offset && offset <= line.end;
  };
  const decision = [...(context.manifest?.decisions.values() ?? [])].find(isAt);
  const node = decision && portfolio.standard.nodes.get(decision.id);
  return node ? rateElement(context, node) : [];
}
