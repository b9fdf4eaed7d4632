import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { DETAILS, type Detail } from '../../derive';
import { canRedo, canUndo, THEMES, type Theme } from '../../store';
import { Choice } from '../controls/Choice';
import { Icon, IconButton } from '../controls/icons';
import { openDialog } from '../dialogs/dialogs';
import { ExportMenu } from '../export/ExportMenu';
import { useActions, useBackstep, useNarrow, useSelect } from '../hooks';
import { copyLink } from '../keep/copyLink';
import { openLectures } from '../lecture/view';
import { NotationPicker } from '../notation/NotationPicker';
import { present } from '../presenter/mode';
import { startProjector } from '../projector/start';
import { openCode } from '../qr/open';
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
    <Choice
      label="Detail"
      value={detail}
      options={DETAILS}
      labels={DETAIL_LABELS}
      onChoose={setDetail}
    />
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
    <Choice
      label="Theme"
      value={theme}
      options={THEMES}
      labels={THEME_LABELS}
      onChoose={setTheme}
    />
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

function CopyLink(): ReactNode {
  const backstep = useBackstep();
  return (
    <IconButton
      icon="link"
      name="Copy link"
      hint="to this problem at this step"
      onClick={() => void copyLink(backstep)}
    />
  );
}

const HelpButton = (): ReactNode => (
  <IconButton icon="help" name="Help and keys" hint="?" onClick={() => openDialog('keys')} />
);

/** What is wanted less often lies behind one button; where there is no room, the choice of a problem too. */
function MoreMenu({ narrow }: { readonly narrow: boolean }): ReactNode {
  const backstep = useBackstep();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="button" popoverTarget="menu">
        <Icon name="menu" />
        Menu
      </button>
      <div
        ref={menu}
        id="menu"
        popover="auto"
        className="menu"
        onClickCapture={(event) => {
          // What was chosen is seen, or has its own dialog, which gives the focus back to what is still there.
          if ((event.target as Element).closest('button')) menu.current?.hidePopover();
        }}
      >
        {narrow && <Pickers />}
        <div className="menu-buttons">
          <button type="button" className="button plain" onClick={() => openDialog('saved')}>
            My problems
          </button>
          {narrow && <CopyLinkWords />}
          <Files />
          <button
            type="button"
            className="button plain"
            title="For an audience: one large step at a time (P)"
            onClick={startProjector}
          >
            Projector mode
          </button>
          <button
            type="button"
            className="button plain"
            title="Notes and clock here, the picture in a second window (Shift P)"
            onClick={present}
          >
            Presenter view
          </button>
          <button type="button" className="button plain" onClick={openLectures}>
            Lectures…
          </button>
          <button
            type="button"
            className="button plain"
            title="A picture for a phone’s camera (Q)"
            onClick={() => openCode(backstep)}
          >
            QR code…
          </button>
          {narrow && (
            <>
              <ExportMenu />
              <button type="button" className="button plain" onClick={() => openDialog('keys')}>
                Help and keys
              </button>
            </>
          )}
        </div>
        <DetailPicker />
        <ThemePicker />
      </div>
    </>
  );
}

function CopyLinkWords(): ReactNode {
  const backstep = useBackstep();
  return (
    <button type="button" className="button plain" onClick={() => void copyLink(backstep)}>
      Copy link
    </button>
  );
}

function Pickers(): ReactNode {
  return (
    <>
      <ProblemPicker />
      <NotationPicker />
    </>
  );
}

export function Topbar(): ReactNode {
  const narrow = useNarrow();
  return (
    <header className="topbar">
      <h1>Backstep</h1>
      {!narrow && <Pickers />}
      <span className="topbar-end">
        <History />
        {!narrow && (
          <>
            <CopyLink />
            <ExportMenu />
          </>
        )}
        <IconButton
          icon="search"
          name="Search commands"
          hint="Ctrl K"
          onClick={() => openDialog('palette')}
        />
        {!narrow && <HelpButton />}
        <MoreMenu narrow={narrow} />
      </span>
    </header>
  );
}
