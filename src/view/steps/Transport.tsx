import type { ReactNode } from 'react';
import { currentStep, isAtEnd, SPEEDS, stepIndex } from '../../store';
import { Icon, IconButton } from '../controls/icons';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';

export function Transport(): ReactNode {
  const atStart = useSelect((state) => stepIndex(state) <= 0);
  const atEnd = useSelect((state) => state.shown === null || isAtEnd(state));
  const phase = useSelect((state) => currentStep(state)?.phase);
  const playing = useSelect((state) => state.playing);
  const speed = useSelect((state) => state.settings.speed);
  const actions = useActions();
  return (
    <div className="transport">
      <IconButton
        framed
        icon="first"
        name="First step"
        hint="Home"
        disabled={atStart}
        onClick={actions.first}
      />
      <IconButton
        framed
        icon="previous"
        name="Previous step"
        hint="←"
        disabled={atStart}
        onClick={actions.previous}
      />
      <button
        type="button"
        className="button strong"
        data-phase={phase}
        aria-disabled={atEnd || undefined}
        title="Next step (→)"
        onClick={actions.next}
      >
        Next step
        <Icon name="next" />
      </button>
      <IconButton
        framed
        icon="last"
        name="Last step"
        hint="End"
        disabled={atEnd}
        onClick={actions.last}
      />
      <button
        type="button"
        className="button play"
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (space)' : 'Play (space)'}
        onClick={playing ? actions.pause : actions.play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
        <span>{playing ? 'Pause' : 'Play'}</span>
      </button>
      <Select
        label="Speed"
        quiet
        className="speed"
        value={String(speed)}
        onChange={(value) => actions.setSpeed(Number(value))}
      >
        {SPEEDS.map((value) => (
          <option key={value} value={value}>
            {`${value}×`}
          </option>
        ))}
      </Select>
    </div>
  );
}
