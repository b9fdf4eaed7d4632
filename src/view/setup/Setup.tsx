import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Fault, Result } from '../../problem';
import { IconButton } from '../controls/icons';
import { useFocus } from '../controls/useFocus';
import { useSelect } from '../hooks';
import { Batch } from './Batch';
import { Layers } from './Layers';
import { Layout } from './Layout';
import { LossChoices } from './LossChoices';
import { setup } from './open';
import { Weights } from './Weights';

const close = () => setup.setState({ open: false });

export default function Setup(): ReactNode {
  const problem = useSelect((state) => state.problem);
  const [fault, setFault] = useState<Fault | null>(null);
  const panel = useFocus<HTMLDivElement>();
  const onDone = (result: Result<null>) => setFault(result.ok ? null : result.fault);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };

  return (
    <div
      ref={panel}
      className="setup"
      role="dialog"
      aria-label="Set up"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="setup-head">
        <h2>Set up</h2>
        <IconButton framed icon="close" name="Close set up" hint="Esc" onClick={close} />
      </div>
      <div className="setup-body">
        {fault && (
          <p role="alert" className="setup-refusal">
            {fault.error}.
          </p>
        )}
        {problem?.kind === 'network' ? (
          <>
            <Layers problem={problem} onDone={onDone} />
            <LossChoices problem={problem} onDone={onDone} />
            <Weights problem={problem} onDone={onDone} />
            <Batch problem={problem} onDone={onDone} />
            <Layout problem={problem} onDone={onDone} />
          </>
        ) : (
          <p className="setup-note">
            This problem is a program: its lines say what is calculated, and its numbers are changed
            in their cards. Choose a network above to set up layers and examples.
          </p>
        )}
      </div>
    </div>
  );
}
