/**
 * Two windows: the presenter's, which is the truth, and the audience's.
 *
 * - `message.ts` is the whole conversation; `envelopeIn` lets nothing else through.
 * - `createPresenter(session, port)`, `createAudience(session, port)`: the two halves without a window or a channel.
 *   Edited numbers are sent at once and calculated on the other side; what stands is sent when it is on the
 *   presenter's own screen, and shown when the audience has the numbers of the same problem.
 *
 * Not exported from `store/index`: a page that has no second window does not load this.
 */
export {
  type AudiencePort,
  type AudienceSession,
  createAudience,
} from './audience';
export { envelopeIn } from './check';
export { leavesBetween, withLeaves } from './leaves';
export * from './message';
export {
  createPresenter,
  type Presence,
  type Presented,
  type PresenterPort,
  type PresenterSession,
  type Seen,
} from './presenter';
