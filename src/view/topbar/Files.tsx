import { type ReactNode, useEffect, useState } from 'react';
import { useBackstep } from '../hooks';
import { chooseFile, openFile, saveFile } from './files';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A file may be dropped anywhere on the page. */
export function DropTarget(): ReactNode {
  const backstep = useBackstep();
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
      const file = event.dataTransfer?.files[0];
      if (file) openFile(file, backstep);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [backstep]);
  return over ? <div className="drop">Drop a problem or a lecture to open it</div> : null;
}

export function Files(): ReactNode {
  const backstep = useBackstep();
  return (
    <>
      <button
        type="button"
        className="button plain"
        title="Open a problem file"
        onClick={() => chooseFile(backstep)}
      >
        Open a file…
      </button>
      <button
        type="button"
        className="button plain"
        title="Save this problem to a file"
        onClick={() => saveFile(backstep)}
      >
        Save to a file
      </button>
    </>
  );
}
