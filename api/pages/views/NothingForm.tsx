import { inLanguage } from '../../../letters/catalogue/phrases.ts';
import { report } from '../catalogue/report.ts';
import { nothingAtStage } from '../catalogue/stage.ts';
import { nothingFor } from '../report/nothingFor.ts';
import { Capacities } from './Capacities.tsx';
import { Choice } from './parts.tsx';
import type { ReportViewProps } from './ReportView.tsx';

/** The confirmed word that there is nothing, for what nothing has come for yet; at a stage of a drafting it is the stage's own. */
export function NothingForm(props: ReportViewProps) {
  const { writing, page, stage, action, once, typed } = props;
  const duties = nothingFor(page, stage).filter(({ receivedAs }) => receivedAs === null);
  if (duties.length === 0) return null;
  const words = wordsOf(props);
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.hint}</p>
      <form method="post" action={action}>
        <input type="hidden" name="once" value={`${once}-nothing`} />
        <input type="hidden" name="kind" value="nothing" />
        <Capacities writing={writing} duties={duties} chosen={typed?.texts.get('obligation')} />
        <Choice type="checkbox" name="confirm-nothing" value="yes" required>
          {words.confirm}
        </Choice>
        <button type="submit" class="second">
          {words.send}
        </button>
      </form>
    </section>
  );
}

function wordsOf({ writing, stage }: ReportViewProps) {
  if (stage?.nothing) return inLanguage(nothingAtStage[stage.nothing], writing.head.language);
  const say = writing.say(report);
  return {
    title: say.nothingTitle,
    hint: say.nothingHint,
    confirm: say.nothingConfirm,
    send: say.nothingSend,
  };
}
