import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { DETAILS, type Detail } from '../../derive';
import { canRedo, canUndo, THEMES, type Theme } from '../../store';
import { Icon, IconButton } from '../controls/icons';
import { Select } from '../controls/Select';
import { openDialog } from '../dialogs/dialogs';
import { ExportMenu } from '../export/ExportMenu';
import { useActions, useBackstep, useNarrow, useSelect } from '../hooks';
import { copyLink } from '../keep/copyLink';
import { NotationPicker } from '../notation/NotationPicker';
import { Files } from './Files';
import { ProblemPicker } from './ProblemPicker';
import './topbar.css';

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

function ThemePicker({ quiet }: { readonly quiet: boolean }): ReactNode {
  const theme = useSelect((state) => state.settings.theme);
  const { setTheme } = useActions();
  return (
    <Select
      label="Theme"
      className="theme-picker"
      quiet={quiet}
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

function FileButtons(): ReactNode {
  const backstep = useBackstep();
  return (
    <>
      <button type="button" className="button plain" onClick={() => openDialog('saved')}>
        My problems
      </button>
      <button
        type="button"
        className="button plain"
        title="Copy a link to this problem at this step"
        onClick={() => void copyLink(backstep)}
      >
        <Icon name="link" />
        Copy link
      </button>
      <Files />
      <ExportMenu />
    </>
  );
}

function SearchButton(): ReactNode {
  return (
    <IconButton
      icon="search"
      name="Search commands"
      hint="Ctrl K"
      onClick={() => openDialog('palette')}
    />
  );
}

function HelpButton(): ReactNode {
  return (
    <IconButton icon="help" name="Help and keys" hint="?" onClick={() => openDialog('keys')} />
  );
}

function Pickers(): ReactNode {
  return (
    <>
      <ProblemPicker />
      <NotationPicker />
      <DetailPicker />
    </>
  );
}

/** Where there is no room all but the most used lies behind one button. */
function Folded(): ReactNode {
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <span className="topbar-end">
        <History />
        <SearchButton />
        <button type="button" className="button" popoverTarget="menu">
          <Icon name="menu" />
          Menu
        </button>
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is clicked. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a button's key is a click. */}
      <div
        ref={menu}
        id="menu"
        popover="auto"
        className="menu"
        onClick={(event) => {
          // What was chosen is seen, or has its own dialog.
          if ((event.target as Element).closest('button')) menu.current?.hidePopover();
        }}
      >
        <Pickers />
        <div className="menu-buttons">
          <FileButtons />
          <button type="button" className="button plain" onClick={() => openDialog('keys')}>
            <Icon name="help" />
            Help and keys
          </button>
        </div>
        <ThemePicker quiet={false} />
      </div>
    </>
  );
}

function Spread(): ReactNode {
  return (
    <>
      <Pickers />
      <span className="topbar-end">
        <History />
        <FileButtons />
        <ThemePicker quiet />
        <SearchButton />
        <HelpButton />
      </span>
    </>
  );
}

export function Topbar(): ReactNode {
  const narrow = useNarrow();
  return (
    <header className="topbar">
      <h1>Backstep</h1>
      {narrow ? <Folded /> : <Spread />}
    </header>
  );
}
