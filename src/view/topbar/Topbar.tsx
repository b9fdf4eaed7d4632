import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DETAILS, type Detail, notations } from '../../derive';
import { NOTATIONS } from '../../problem';
import { canRedo, canUndo, THEMES, type Theme } from '../../store';
import { IconButton } from '../controls/icons';
import { Select } from '../controls/Select';
import { useActions, useBackstep, useSelect } from '../hooks';
import { Files } from './Files';
import { ProblemPicker } from './ProblemPicker';
import './topbar.css';

function NotationPicker(): ReactNode {
  const notation = useSelect((state) => state.problem?.notation);
  const { setNotation } = useActions();
  return (
    <Select
      label="Notation"
      className="notation-picker"
      value={notation ?? 'brackets-columns'}
      onChange={(value) => {
        const id = NOTATIONS.find((name) => name === value);
        if (id) setNotation(id);
      }}
    >
      {notations.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  );
}

const DETAIL_LABELS: Readonly<Record<Detail, string>> = {
  layers: 'layers',
  quantities: 'quantities',
  operations: 'operations',
};

function DetailPicker(): ReactNode {
  const detail = useSelect((state) => state.settings.detail);
  const { setDetail } = useActions();
  return (
    <Select
      label="Detail"
      className="detail-picker"
      value={detail}
      onChange={(value) => setDetail(DETAILS.find((name) => name === value) ?? detail)}
    >
      {DETAILS.map((name) => (
        <option key={name} value={name}>
          {DETAIL_LABELS[name]}
        </option>
      ))}
    </Select>
  );
}

const THEME_LABELS: Readonly<Record<Theme, string>> = {
  system: 'Auto',
  light: 'Light',
  dark: 'Dark',
};

function ThemePicker(): ReactNode {
  const theme = useSelect((state) => state.settings.theme);
  const { setTheme } = useActions();
  return (
    <Select
      label="Theme"
      quiet
      value={theme}
      onChange={(value) => setTheme(THEMES.find((name) => name === value) ?? theme)}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {THEME_LABELS[name]}
        </option>
      ))}
    </Select>
  );
}

function History(): ReactNode {
  const { store, actions } = useBackstep();
  const undoable = useStore(store.temporal, canUndo);
  const redoable = useStore(store.temporal, canRedo);
  return (
    <>
      <IconButton
        icon="undo"
        name="Undo"
        hint="Ctrl Z"
        disabled={!undoable}
        onClick={actions.undo}
      />
      <IconButton
        icon="redo"
        name="Redo"
        hint="Ctrl Y"
        disabled={!redoable}
        onClick={actions.redo}
      />
    </>
  );
}

export function Topbar(): ReactNode {
  return (
    <header className="topbar">
      <h1>Backstep</h1>
      <ProblemPicker />
      <NotationPicker />
      <DetailPicker />
      <span className="topbar-end">
        <History />
        <Files />
        <ThemePicker />
      </span>
    </header>
  );
}
