import { lectureCommands } from '../lecture/commands';
import { presenterCommands } from '../presenter/commands';
import type { Command } from './command';
import { depths } from './groups/depths';
import { drawing } from './groups/drawing';
import { edits } from './groups/edits';
import { examples } from './groups/examples';
import { files } from './groups/files';
import { help } from './groups/help';
import { steps } from './groups/steps';
import { tabs } from './groups/tabs';
import { teach } from './groups/teach';
import { themes } from './groups/themes';

/** All that is the same for every problem. One table for the palette, the key help and the keys. */
export const COMMANDS: readonly Command[] = [
  ...steps,
  ...depths,
  ...tabs,
  ...drawing,
  ...edits,
  ...files,
  ...examples,
  ...themes,
  ...teach,
  ...presenterCommands,
  ...lectureCommands,
  ...help,
];
