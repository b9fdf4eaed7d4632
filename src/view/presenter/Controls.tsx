import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useBackstep } from '../hooks';
import { projecting } from '../projector/projecting';
import { keyCommand } from './keys';

type Looking = ReturnType<typeof projecting.getState>;

const CONTROLS: readonly (readonly [
  id: string,
  text: string,
  isOn?: (look: Looking) => boolean,
])[] = [
  ['black', 'Black', ({ blank }) => blank === 'black'],
  ['white', 'White', ({ blank }) => blank === 'white'],
  ['pointer', 'Pointer', ({ pointer }) => pointer],
  ['magnifier', 'Magnify', ({ magnifier }) => magnifier],
  ['predict', 'Predict', ({ predict }) => predict],
  ['corner', 'Steps', ({ corner }) => corner],
  ['dark', 'Dark', ({ theme }) => theme === 'dark'],
  ['qr-code', 'Code', ({ code }) => code !== null],
  ['view', 'View'],
  ['smaller', 'A−'],
  ['larger', 'A+'],
];

const NAMES: Readonly<Record<string, string>> = {
  smaller: 'Smaller type',
  larger: 'Larger type',
  corner: 'Last steps and keys',
  'qr-code': 'QR code of this link',
};

/** What the audience's picture can be told, each with its key. */
export function Controls(): ReactNode {
  const backstep = useBackstep();
  const look = useStore(projecting);
  return (
    <section className="presenter-controls" aria-label="The audience’s screen">
      {CONTROLS.map(([id, text, isOn]) => {
        const command = keyCommand(id);
        if (!command) return null;
        return (
          <button
            key={id}
            type="button"
            className="button"
            aria-label={NAMES[id] ?? text}
            title={command.title}
            aria-pressed={isOn?.(look)}
            onClick={() => command.run(backstep)}
          >
            {text} <kbd>{command.keys?.[0]?.label}</kbd>
          </button>
        );
      })}
    </section>
  );
}
