/** What the commands have in common that write the plan. */
import { flag } from '../command/argument';

export const write = flag({ help: 'writes the plan; without it, nothing is written' });
