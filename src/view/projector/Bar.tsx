import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { stepIndex, stepsIn } from '../../store';
import { useBackstep, useSelect } from '../hooks';
import { PROJECTOR_KEYS } from './keys';
import { projecting } from './projecting';

/** How long it stays after the pointer has come to rest, in milliseconds. */
const REST = 2500;

/** The pointer has moved lately. */
function useMoved(): boolean {
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setMoved(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoved(false), REST);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
  return moved;
}

const BUTTONS: readonly (readonly [id: string, text: string])[] = [
  ['back', 'Back'],
  ['forward', 'Next'],
  ['predict', 'Predict'],
  ['view', 'View'],
  ['smaller', 'A−'],
  ['larger', 'A+'],
  ['dark', 'Dark'],
  ['full-screen', 'Full screen'],
  ['help', 'Keys'],
  ['leave', 'Leave'],
];

/** All controls in one bar, which hides itself; it comes with the pointer, or the focus. */
export function Bar(): ReactNode {
  const backstep = useBackstep();
  const moved = useMoved();
  const { predict, theme, help } = useStore(projecting);
  const place = useSelect((state) => `${stepIndex(state) + 1} of ${stepsIn(state).length}`);
  const pressed: Readonly<Record<string, boolean>> = {
    predict,
    dark: theme === 'dark',
    help,
  };
  return (
    <nav className="projector-bar" aria-label="Projector" data-moved={moved ? '' : undefined}>
      <span className="sr-only">{`Step ${place}`}</span>
      {BUTTONS.map(([id, text]) => {
        const command = PROJECTOR_KEYS.find((each) => each.id === id);
        if (!command) return null;
        const keys = command.keys?.map(({ label }) => label).join(', ');
        return (
          <button
            key={id}
            type="button"
            title={`${command.title} (${keys})`}
            aria-label={text === 'A+' ? 'Larger type' : text === 'A−' ? 'Smaller type' : text}
            aria-pressed={id in pressed ? pressed[id] : undefined}
            onClick={() => command.run(backstep)}
          >
            {text}
          </button>
        );
      })}
    </nav>
  );
}

/** Every key, from the table that the keys are run by. */
export function KeyList(): ReactNode {
  const isOn = useStore(projecting, (state) => state.help);
  if (!isOn) return null;
  return (
    <section className="projector-keys" aria-label="Keys of the projector">
      <h2>Keys</h2>
      <dl>
        {PROJECTOR_KEYS.map(({ id, title, keys = [] }) => (
          <div key={id}>
            <dt>
              {[...new Set(keys.map(({ label }) => label))].map((label) => (
                <kbd key={label}>{label}</kbd>
              ))}
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
