import type { PartyRow } from '../../../../../db/reading/parties.ts';
import type { Writing } from '../../../../../letters/compose/writing.ts';
import { whoHolds } from '../../../../../letters/format/who.ts';
import { further } from '../../../catalogue/further.ts';
import type { Given } from '../../../desk/refusedForm.ts';
import { Choice, ReasonField } from '../../parts.tsx';
import { DeskForm, type DeskProps, Folded, type OnPage } from '../DeskForm.tsx';
import { ChoiceField, DayField, LineField, type Option } from '../fields.tsx';

const ID = 'change-holder';

/** Who holds a post, or receives a unit's letters, from a day on. */
export function ChangeHolder(props: DeskProps) {
  const say = props.opened.writing.say(further);
  const { posts } = props.desk.further;
  if (posts.length === 0) return null;
  return (
    <Folded on={props} forms={[ID]} summary={say.holder}>
      <HolderForm on={props} posts={posts} />
    </Folded>
  );
}

/** The form for it, on whatever page. */
export function HolderForm({ on, posts }: { on: OnPage; posts: readonly PartyRow[] }) {
  const { writing } = on.opened;
  const say = writing.say(further);
  return (
    <>
      <p class="hint">{say.holderHint}</p>
      <DeskForm on={on} id={ID} act="change-holder" submit={say.holderNow}>
        {(given) => (
          <>
            <ChoiceField
              id={`${ID}-post`}
              name="post"
              label={say.whichPost}
              given={given}
              empty="–"
              options={[]}
              groups={[
                { label: say.positions, options: optionsOf(posts, 'position', say) },
                { label: say.units, options: optionsOf(posts, 'unit', say) },
              ]}
            />
            <Coming writing={writing} posts={posts} given={given} />
            <DayField
              id={`${ID}-since`}
              name="since"
              label={say.since}
              hint={say.sinceHint}
              given={given}
              required={false}
            />
            <ReasonField writing={writing} id={ID} value={given.text('reason')} />
          </>
        )}
      </DeskForm>
    </>
  );
}

/** Who comes: somebody new, somebody known, or nobody. */
function Coming(props: { writing: Writing; posts: readonly PartyRow[]; given: Given }) {
  const { writing, posts, given } = props;
  const say = writing.say(further);
  const choice = (value: 'new' | 'known' | 'nobody') => ({
    type: 'radio' as const,
    name: 'coming',
    value,
    checked: given.has('coming', value),
    required: true,
  });
  return (
    <fieldset>
      <legend>{say.coming}</legend>
      <Choice {...choice('new')}>{say.comingNew}</Choice>
      <LineField
        id={`${ID}-name`}
        name="name"
        label={say.comingName}
        given={given}
        maxLength={300}
      />
      <LineField
        id={`${ID}-address`}
        name="address"
        label={say.comingAddress}
        given={given}
        maxLength={300}
        inputMode="email"
      />
      <Choice {...choice('known')}>{say.comingKnown}</Choice>
      <ChoiceField
        id={`${ID}-person`}
        name="person"
        label={say.comingPerson}
        given={given}
        empty="–"
        required={false}
        options={peopleIn(posts)}
      />
      <Choice {...choice('nobody')}>{say.comingNobody}</Choice>
    </fieldset>
  );
}

/** A post is named alone; a unit once for each addressee, who may be replaced, and once to have one more. */
function optionsOf(
  posts: readonly PartyRow[],
  kind: PartyRow['kind'],
  say: { more: (unit: string) => string; vacant: (post: string) => string },
): Option[] {
  return posts
    .filter((post) => post.kind === kind)
    .flatMap(({ id, title, holders }) => {
      if (kind === 'position') {
        const [holder] = holders;
        const label = holder ? whoHolds(title, holder.name ?? '') : say.vacant(title);
        return [{ value: id, label }];
      }
      return [
        ...holders.map(({ personId, name }) => ({
          value: `${id}/${personId}`,
          label: whoHolds(title, name ?? ''),
        })),
        { value: `${id}/`, label: say.more(title) },
      ];
    });
}

/** Everybody who holds something now, each once, by name. */
function peopleIn(posts: readonly PartyRow[]): Option[] {
  const byId = new Map(
    posts.flatMap(({ holders }) =>
      holders.map(({ personId, name }) => [personId, name ?? personId] as const),
    ),
  );
  return [...byId]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'));
}
