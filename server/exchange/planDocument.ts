/** An action plan as a table for every format. */
import { rolesOf } from '../core/plan/columns';
import type { PlanColumnRole } from '../core/plan/model';
import { progressWords } from '../core/plan/model';
import type { PlanSheet } from '../core/plan/sheet';
import type { SheetColumn } from '../core/tables/sheet';
import { plainColumn } from '../core/tables/sheet';
import type { TableDocument } from './parts/document';

/** A plan and what stands around it. */
export interface PlanDocument {
  readonly sheet: PlanSheet;
  /** What the plan is called. */
  readonly title: string;
  /** Of the standard whose words the plan gives; may be empty. */
  readonly acknowledgement: string;
}

export function tableOfPlan({ sheet, title, acknowledgement }: PlanDocument): TableDocument {
  const roles = rolesOf(sheet.header);
  const key = Math.max(0, roles.indexOf('ref'));
  const columns = sheet.header.map((name, at): SheetColumn => {
    const role = roles[at];
    return { ...(role ? looks[role] : plainColumn), name, isKey: at === key };
  });
  const rows = sheet.rows.map(({ kind, depth, cells }) => ({
    kind: kind === 'action' ? ('entry' as const) : kind,
    ...(depth === undefined ? {} : { depth }),
    cells,
  }));
  return {
    title,
    sheet: { name: 'Action plan', caption: 'Actions by element of the standard', columns, rows },
    acknowledgement,
  };
}

const looks: Readonly<Record<PlanColumnRole, Pick<SheetColumn, 'width' | 'holds' | 'choices'>>> = {
  ref: { width: 10, holds: 'exact' },
  action: { width: 56, holds: 'text' },
  responsibility: { width: 22, holds: 'text' },
  target: { width: 16, holds: 'date' },
  progress: { width: 16, holds: 'choice', choices: progressWords },
  comments: { width: 40, holds: 'text' },
};
