import type { ReactNode } from 'react';
import { exampleCount } from '../../derive';
import { hasExamples } from '../../store';
import { IconButton } from '../controls/icons';
import { Select } from '../controls/Select';
import { useActions, useSelect } from '../hooks';

/** Which example of a batch the diagram shows; nothing to choose where there is one. */
export function ExamplePicker(): ReactNode {
  const graph = useSelect((state) => state.shown?.compiled.graph);
  const example = useSelect((state) => state.settings.example);
  const alone = useSelect((state) => state.settings.alone);
  const { setExample, setAlone } = useActions();
  const isChoice = useSelect(hasExamples);
  if (!graph || !isChoice) return null;
  const count = exampleCount(graph);
  return (
    <span className="example-picker">
      <IconButton
        icon="previous"
        name="Previous example"
        disabled={example === 0}
        onClick={() => setExample(example - 1)}
      />
      <Select
        label="Example"
        value={String(example)}
        onChange={(value) => setExample(Number(value))}
      >
        {Array.from({ length: count }, (_, i) => i).map((i) => (
          <option key={i} value={i}>
            {`${i + 1} of ${count}`}
          </option>
        ))}
      </Select>
      <IconButton
        icon="next"
        name="Next example"
        disabled={example === count - 1}
        onClick={() => setExample(example + 1)}
      />
      <button
        type="button"
        className="button alone"
        aria-label="Only this example"
        aria-pressed={alone}
        title="Only this example: the others step back, and its share of each sum is shown"
        onClick={() => setAlone(!alone)}
      >
        Only this
      </button>
    </span>
  );
}
