import type { Proposition } from '../../document/Layers.ts'
import { channelAt, claimChannel } from './claimChannel.ts'
import { isKnown } from './isSomebody.ts'
import { namedFiller } from './namedFiller.ts'
import { ownSide, sideAt } from './ownSide.ts'
import type { Responsibility } from './Responsibility.ts'
import type { Scene } from './Scene.ts'
import { possessorOf } from './sideOf.ts'

/** The proposition that the one did it, with the channel where their own side says so. */
export function heldResponsible(
  scene: Scene,
  reading: Responsibility,
  head: number,
  cluster: number,
  attribution: number,
): Proposition[] {
  const { trees, document } = scene
  const subject = { kind: 'incident', index: cluster } as const
  const verb = trees.tokens[reading.verb]
  const self = reading.act === 'claims-responsibility' || reading.rule === 'denied-responsibility'
  const side = self ? sideAt(scene, head) : ownSide(scene, head, attribution)
  // an army's soldiers are told apart from it; the men of a group are the group
  // "We did it", of which the text does not say who they are
  if (
    side < 0 &&
    (/^(we|us|i|you)$/.test(trees.lower(head)) || (trees.tags[head].upos === 'PRON' && !isKnown(scene, head)))
  )
    return []
  const ofPerson = possessorOf(scene, head) >= 0 && scene.entityKind(side) === 'person'
  const who = side >= 0 && !ofPerson && scene.entityKind(side) !== 'public body' ? side : head
  const vouching = document.get('attributions')[attribution]
  // "analysts doubt that the clan was responsible": the doubt is theirs.
  const doubted = vouching?.act === 'doubts' && !self
  const polarity = doubted ? 'denied' : reading.polarity
  // "said that it was behind the blast" claims, "said that it was not" denies.
  const own = side >= 0 && !/^(blamed|suspected)$/.test(reading.rule)
  const act = doubted
    ? undefined
    : (reading.act ??
      (polarity === 'denied'
        ? 'denies'
        : own
          ? 'claims-responsibility'
          : reading.certainty === 'certain' && vouching?.certainty !== 'probable'
            ? 'accuses'
            : undefined))
  const spans = [scene.referents.phraseOf(who), { start: verb.start, end: verb.end }]
  const speaker =
    reading.speaker === undefined ? -1 : scene.referents.entityAt(scene.referents.antecedent(reading.speaker))
  const vouched = attribution >= 0 ? { attribution } : speaker >= 0 && act !== undefined ? { speaker } : {}
  const done: Proposition = {
    subject,
    property: 'perpetrator',
    value: namedFiller(scene, who),
    token: reading.verb,
    spans,
    ...vouched,
    ...(act === undefined || !('attribution' in vouched || 'speaker' in vouched || reading.rule === 'blamed')
      ? {}
      : { act }),
    ...(polarity === undefined ? {} : { polarity }),
    ...(reading.certainty === undefined ? {} : { certainty: reading.certainty }),
    ...(reading.certaintyWord === undefined ? {} : { certaintyWord: reading.certaintyWord }),
    by: `rule:incidents/${reading.rule}`,
  }
  if (!(act === 'claims-responsibility' || act === 'denies')) return [done]
  const cue = document.get('attributions')[attribution]?.cue[0]
  const said = cue === undefined ? reading.verb : Math.max(0, trees.within(cue).to - 1)
  const { through } = reading
  const channel =
    (through === undefined ? undefined : channelAt(scene, through)) ??
    claimChannel(scene, said, attribution) ??
    claimChannel(scene, reading.verb, attribution)
  if (channel === undefined) return [done]
  const base = { subject, token: reading.verb, ...vouched, polarity: 'affirmed', by: 'rule:incidents/channel' } as const
  const carrying = [
    { start: channel.start, end: channel.end },
    { start: verb.start, end: verb.end },
  ]
  return [
    done,
    {
      ...base,
      property: 'channel',
      value: { type: 'text', text: document.text.slice(channel.start, channel.end) },
      spans: carrying,
      act,
    },
    ...(channel.mode === undefined
      ? []
      : [
          {
            ...base,
            property: 'claim-mode',
            value: { type: 'term', vocabulary: 'claim-modes', key: channel.mode },
            spans: carrying,
            act,
          } as const,
        ]),
  ]
}
