import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { dialects, type Printing, type Step, stepCode } from '../../derive';
import { DIALECTS, type DialectName, preferences } from '../preferences';
import { Row } from './Row';

const NAMES: Readonly<Record<DialectName, string>> = { numpy: 'NumPy', pytorch: 'PyTorch' };

interface Props {
  readonly step: Step;
  readonly printing: Printing;
}

export function CodeRow({ step, printing }: Props): ReactNode {
  const dialect = useStore(preferences, (state) => state.dialect);
  return (
    <Row label="code">
      <div className="code-line">
        <code>{stepCode(step, printing, dialects[dialect])}</code>
        <span className="dialects">
          {DIALECTS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === dialect}
              onClick={() => preferences.setState({ dialect: name })}
            >
              {NAMES[name]}
            </button>
          ))}
        </span>
      </div>
    </Row>
  );
}
