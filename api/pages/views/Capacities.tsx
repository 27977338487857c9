import type { DutyOnPage } from '../../../db/reading/reportPage.ts';
import type { Writing } from '../../../letters/compose/writing.ts';
import { report } from '../catalogue/report.ts';
import { Choice } from './parts.tsx';

/** For one capacity there is nothing to choose; for several each can be left out. */
export function Capacities(props: {
  writing: Writing;
  duties: readonly DutyOnPage[];
  /** what was ticked before; all unless given */
  chosen: readonly string[] | undefined;
}) {
  const { writing, duties, chosen } = props;
  const [only] = duties;
  if (duties.length === 1 && only) {
    return <input type="hidden" name="obligation" value={only.obligationId} />;
  }
  return (
    <fieldset>
      <legend>{writing.say(report).forWhich}</legend>
      {duties.map(({ obligationId, capacity }) => (
        <Choice
          type="checkbox"
          name="obligation"
          value={obligationId}
          checked={chosen === undefined || chosen.includes(obligationId)}
        >
          {capacity}
        </Choice>
      ))}
    </fieldset>
  );
}
