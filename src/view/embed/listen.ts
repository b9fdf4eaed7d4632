import { LIBRARY, loadLibraryProblem } from '../../problem';
import { type Backstep, type State, stateOfLink, stepsIn } from '../../store';
import {
  MESSAGE_VERSION,
  type MessageId,
  type ProblemSource,
  type Request,
  readMessage,
} from './message';
import { type Answer, faultTold, formOf, NOT_YET, readyTold, stateTold, stepTold } from './told';

/** The page around this one: who it must be, and the way to it. */
export interface Host {
  readonly origin: string;
  readonly isHost: (source: unknown) => boolean;
  readonly post: (message: object, origin: string) => void;
}

export type Received = Pick<MessageEvent, 'source' | 'origin' | 'data'>;

const isWhole = ({ shown }: State) =>
  shown !== null && shown.filled === shown.snapshot.layout.length;

/** Answers the messages of the host and tells it what happens; anybody else's are left alone. */
export function listenTo(host: Host, { store, actions }: Backstep): (received: Received) => void {
  /** A step that was asked for, or a problem that is on its way. */
  let stepping: MessageId | undefined;
  let opening: { readonly id: MessageId | undefined } | null = null;
  let form = '';

  const tell = (answer: Answer, id?: MessageId) => {
    const message = { backstep: MESSAGE_VERSION, ...answer, ...(id !== undefined && { id }) };
    host.post(message, host.origin);
  };

  function go(step: Extract<Request, { type: 'setStep' }>['step']): Answer | null {
    const steps = stepsIn(store.getState());
    if (typeof step === 'string') {
      actions[step]();
      return null;
    }
    const found = typeof step === 'number' ? steps[step - 1] : steps.find((s) => s.id === step.id);
    if (found) {
      actions.goTo(found.id);
      return null;
    }
    const name = typeof step === 'number' ? step : `"${step.id.slice(0, 40)}"`;
    return faultTold(
      `This problem has no step ${name}; its steps are 1 to ${steps.length}, or their ids as in the message "ready"`,
    );
  }

  function setStep(step: Parameters<typeof go>[0], id: MessageId | undefined): void {
    const before = store.getState();
    stepping = id;
    const complaint = before.shown ? go(step) : NOT_YET;
    stepping = undefined;
    if (complaint) tell(complaint, id);
    // A new step is told where all are.
    else if (store.getState().cursor === before.cursor) tell(stepTold(before), id);
  }

  async function openLibrary(id: string): Promise<void> {
    if (LIBRARY.some((entry) => entry.id === id)) return void (await actions.openLibrary(id));
    const read = await loadLibraryProblem(id);
    if (!read.ok) actions.refuse({ ...read.fault, where: 'message' });
  }

  async function openLink(link: string): Promise<void> {
    const read = await stateOfLink(link, loadLibraryProblem);
    if (read.ok) await actions.openState(read.value);
    else actions.refuse(read.fault);
  }

  async function setProblem(source: ProblemSource, id: MessageId | undefined): Promise<void> {
    const own = { id };
    opening = own;
    actions.dismissFault();
    if (source.kind === 'file') await actions.openText(source.text);
    else await (source.kind === 'library' ? openLibrary(source.id) : openLink(source.link));
    if (store.getState().fault && opening === own) opening = null;
  }

  store.subscribe((now, before) => {
    const { fault } = now;
    if (fault && fault !== before.fault) tell(faultTold(fault.error, fault.where), opening?.id);
    if (now.shown !== before.shown && isWhole(now)) {
      const isNew = now.shown?.revision !== before.shown?.revision || !isWhole(before);
      const next = formOf(now);
      if (next !== form || (opening && isNew)) {
        form = next;
        tell(readyTold(now), opening?.id);
        opening = null;
        return;
      }
    }
    if (now.cursor !== before.cursor && isWhole(now)) tell(stepTold(now), stepping);
  });

  const ANSWERS: {
    readonly [T in Request['type']]: (r: never, id: MessageId | undefined) => void;
  } = {
    getState: (_, id) => void stateTold(store.getState()).then((answer) => tell(answer, id)),
    setStep: ({ step }: Extract<Request, { type: 'setStep' }>, id) => setStep(step, id),
    setProblem: ({ problem }: Extract<Request, { type: 'setProblem' }>, id) =>
      void setProblem(problem, id),
  };

  return ({ source, origin, data }) => {
    if (!host.isHost(source) || origin !== host.origin) return;
    const message = readMessage(data);
    if (!message) return;
    const { request, id } = message;
    if (request.ok) ANSWERS[request.value.type](request.value as never, id);
    else tell(faultTold(request.fault.error), id);
  };
}
