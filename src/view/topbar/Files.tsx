import { type ReactNode, useEffect, useRef, useState } from 'react';
import { writeProblem } from '../../problem';
import type { Actions } from '../../store';
import { useActions, useBackstep } from '../hooks';
import { fileName } from './grouped';

function openFile(file: File | undefined, { openText }: Actions): void {
  if (file) void file.text().then(openText);
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A file may be dropped anywhere on the page. */
function useDrop(drop: (file: File | undefined) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      drop(event.dataTransfer?.files[0]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [drop]);
  return over;
}

export function Files(): ReactNode {
  const actions = useActions();
  const { store } = useBackstep();
  const input = useRef<HTMLInputElement>(null);
  const over = useDrop((file) => openFile(file, actions));

  const onSave = () => {
    const { problem } = store.getState();
    if (problem) save(writeProblem(problem), fileName(problem.title));
  };

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          openFile(event.target.files?.[0], actions);
          // So that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <button type="button" className="button plain" onClick={() => input.current?.click()}>
        Open…
      </button>
      <button type="button" className="button plain" onClick={onSave}>
        Save
      </button>
      {over && <div className="drop">Drop a problem file to open it</div>}
    </>
  );
}
