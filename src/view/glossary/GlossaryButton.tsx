import type { ReactNode } from 'react';
import { IconButton } from '../controls/icons';
import { openDialog } from '../dialogs/dialogs';
import './glossary-button.css';

export function GlossaryButton(): ReactNode {
  return (
    <span className="glossary-button">
      <IconButton
        icon="book"
        name="Glossary of this step"
        hint="G"
        onClick={() => openDialog('glossary')}
      />
    </span>
  );
}
