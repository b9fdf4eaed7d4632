import type { ReactNode } from 'react';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog, openDialog, tour } from '../dialogs/dialogs';
import { useTouch } from '../hooks';
import type { Command } from './command';
import { COMMANDS } from './table';

/** Keys of places that handle them themselves. */
const PLACES: readonly (readonly [string, string])[] = [
  ['Move between the cells of a matrix', 'Tab'],
  ['Add or take away 0.1', '↑ ↓'],
  ['Add or take away 1', 'Shift ↑ ↓'],
  ['Add or take away 0.01', 'Alt ↑ ↓'],
  ['Walk the units and edges of the network, after Enter on one', '← ↑ → ↓'],
  ['Take over a number that was typed', 'Enter'],
  ['Give up a number that was typed', 'Esc'],
  ['Choose a unit, an edge or a bias of the part of the diagram that has the focus', 'Enter'],
  ['Walk the diagram from what was chosen there', '↑ ↓ ← →'],
  ['Walk a graph along its edges', '↑ ↓ ← →'],
  ['Look into a node of a graph, or into its gradient', 'Enter, Shift Enter'],
  ['Fold the line of a node, or open it', 'F'],
  ['Zoom a graph, or fit it', '+ − 0'],
  ['Let go of what was chosen, then back to the whole layer', 'Esc'],
];

/** What a finger does, in place of keys. */
const TOUCH: readonly (readonly [string, string])[] = [
  ['Look into a unit, a weight or a bias', 'Tap it in the network'],
  ['Look into one entry', 'Tap its number in a card'],
  ['Change a number', 'Tap its field, then type or drag it up or down'],
  ['Read what a symbol means', 'Tap it in the equation'],
  ['Add or remove units and layers', 'Tap the arrow under the name of a layer'],
  ['Move or zoom a graph', 'Two fingers'],
];

function byGroup(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.keys) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return groups;
}

function Keys(): ReactNode {
  return (
    <>
      {[...byGroup(COMMANDS)].map(([group, commands]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl className="key-list">
            {commands.map(({ id, title, keys = [] }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  {keys.map(({ label }) => (
                    <kbd key={label}>{label}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>In a matrix or the network</h3>
        <dl className="key-list">
          {PLACES.map(([title, key]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <kbd>{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="key-note">On a Mac, ⌘ stands for Ctrl.</p>
    </>
  );
}

function Touches(): ReactNode {
  return (
    <section>
      <h3>With a finger</h3>
      <dl className="touch-list">
        {TOUCH.map(([title, way]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{way}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyHelp(): ReactNode {
  const isTouch = useTouch();
  return (
    <Dialog title={isTouch ? 'Help' : 'Help and keys'}>
      <div className="dialog-scroll">
        <p>
          Backstep walks a network’s forward and backward pass, one derivative at a time. Each step
          shows the same quantity in the network, the equation and the numbers. Change any number
          that has a field, and everything after it follows.
        </p>
        <div className="dialog-actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              closeDialog();
              tour.setState({ stop: 0 });
            }}
          >
            Show the tour
          </button>
          <button type="button" className="button" onClick={() => openDialog('glossary')}>
            Glossary of this step
          </button>
          <button type="button" className="button" onClick={() => openDialog('palette')}>
            Search commands
          </button>
        </div>
        {isTouch ? <Touches /> : <Keys />}
      </div>
    </Dialog>
  );
}
