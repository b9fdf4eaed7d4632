/** In pixels of the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Board {
  readonly width: number;
  readonly height: number;
  /** The side of a square of the board, and how near a line comes to a wall. */
  readonly cell: number;
  /** What is never crossed: text, units, boxes. */
  readonly walls: readonly Box[];
  /** Points of lines that may be crossed; along them two would be read as one. */
  readonly lines?: readonly Point[];
}

/** Right, down, left, up. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
/** What a bend costs, in squares: a way of few corners is read at a glance. */
const BEND = 14;
/** Beside a wall it is narrow. */
const NARROW = 0.8;
/** Upon another line, for each square. */
const ALONG = 2;
/** To leave by each side, and to arrive: between a symbol and its equals sign there is no room, nor left of it. */
const LEAVING = [40, 2, 30, 0] as const;
const ARRIVING = [10, 8, 6, 0] as const;

interface Door {
  readonly col: number;
  readonly row: number;
  /** Away from the box. */
  readonly direction: number;
  /** On the edge of the box itself. */
  readonly at: Point;
}

/** The middles of the four sides, and the square before each. */
function doorsOf({ left, top, right, bottom }: Box, cell: number): readonly Door[] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const middles = [
    { x: right, y },
    { x, y: bottom },
    { x: left, y },
    { x, y: top },
  ];
  return middles.map((at, direction) => {
    const [dx, dy] = STEPS[direction] as readonly [number, number];
    return {
      col: Math.floor((at.x + dx * cell) / cell),
      row: Math.floor((at.y + dy * cell) / cell),
      direction,
      at,
    };
  });
}

/** Squares that may be walked on, and what each costs; 0 is a wall. */
function groundOf({ width, height, cell, walls, lines = [] }: Board, own: readonly Box[]) {
  const cols = Math.max(1, Math.floor(width / cell));
  const rows = Math.max(1, Math.floor(height / cell));
  const cost = new Float32Array(cols * rows).fill(1);
  const paint = ({ left, top, right, bottom }: Box, by: number, value: number) => {
    const first = Math.max(0, Math.ceil((left - by) / cell - 0.5));
    const last = Math.min(cols - 1, Math.floor((right + by) / cell - 0.5));
    const from = Math.max(0, Math.ceil((top - by) / cell - 0.5));
    const to = Math.min(rows - 1, Math.floor((bottom + by) / cell - 0.5));
    for (let row = from; row <= to; row++)
      for (let col = first; col <= last; col++) cost[row * cols + col] = value;
  };
  const all = [...walls, ...own];
  for (const wall of all) paint(wall, 1.5 * cell, 1 + NARROW);
  for (const { x, y } of lines)
    paint({ left: x, top: y, right: x, bottom: y }, 1.5 * cell, 1 + ALONG);
  for (const wall of walls) paint(wall, 0.5 * cell, 0);
  for (const wall of own) paint(wall, 0, 0);
  return { cols, rows, cost };
}

/** The least first; as many as the board has are few enough for a list of lists. */
function createQueue() {
  const buckets: number[][] = [];
  let at = 0;
  return {
    add(item: number, priority: number) {
      const bucket = Math.floor(priority);
      buckets[bucket] ??= [];
      buckets[bucket].push(item);
      at = Math.min(at, bucket);
    },
    take(): number | undefined {
      while (at < buckets.length && !buckets[at]?.length) at += 1;
      return buckets[at]?.pop();
    },
  };
}

const isOn = (cols: number, rows: number, col: number, row: number) =>
  col >= 0 && row >= 0 && col < cols && row < rows;

/** Corners alone; the first and the last leg lie on the middles of the sides that they join. */
function corners(cells: readonly Point[], from: Door, to: Door, cell: number): readonly Point[] {
  const inside = ({ col, row, direction }: Door): Point => {
    const [dx, dy] = STEPS[direction] as readonly [number, number];
    return { x: col - dx, y: row - dy };
  };
  const all = [inside(from), ...cells, inside(to)];
  const middles = all.map(({ x, y }) => ({ x: (x + 0.5) * cell, y: (y + 0.5) * cell }));
  const turns = middles.filter((point, i) => {
    const [a, b] = [middles[i - 1], middles[i + 1]];
    return a && b && point && a.x !== b.x && a.y !== b.y;
  });
  const isLevel = (door: Door) => door.direction % 2 === 0;
  const onto = (point: Point, door: Door): Point =>
    isLevel(door) ? { x: point.x, y: door.at.y } : { x: door.at.x, y: point.y };
  if (turns.length === 0) return [from.at, onto(to.at, from)];
  const first = onto(turns[0] as Point, from);
  const rest = turns.length === 1 ? [onto(first, to)] : [first, ...turns.slice(1)];
  const last = onto(rest.at(-1) as Point, to);
  return [from.at, ...rest.slice(0, -1), last, to.at];
}

/** From one box to the other, upright and level, around every wall; null where there is no way. */
export function route(board: Board, from: Box, to: Box): readonly Point[] | null {
  const { cell } = board;
  const { cols, rows, cost } = groundOf(board, [from, to]);
  const [starts, ends] = [doorsOf(from, cell), doorsOf(to, cell)];
  const size = cols * rows;
  const best = new Float32Array(size * 4).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size * 4).fill(-1);
  const queue = createQueue();
  const enter = (state: number, price: number, from: number) => {
    if (price >= (best[state] as number)) return;
    best[state] = price;
    before[state] = from;
    queue.add(state, price);
  };
  for (const { col, row, direction } of starts)
    if (isOn(cols, rows, col, row) && cost[row * cols + col] !== 0)
      enter(direction * size + row * cols + col, LEAVING[direction] ?? 0, -1);
  const goals = new Map(
    ends
      .filter(({ col, row }) => isOn(cols, rows, col, row))
      .map((door) => [((door.direction + 2) % 4) * size + door.row * cols + door.col, door]),
  );
  /** As good as the way found is no other: what arriving costs is known only there. */
  let found: { readonly state: number; readonly door: Door; readonly price: number } | null = null;
  for (let state = queue.take(); state !== undefined; state = queue.take()) {
    const direction = Math.floor(state / size);
    const [col, row] = [(state % size) % cols, Math.floor((state % size) / cols)];
    const price = best[state] as number;
    if (found && price >= found.price) break;
    const door = goals.get(state);
    const whole = price + (door ? (ARRIVING[door.direction] ?? 0) : 0);
    if (door && (!found || whole < found.price)) found = { state, door, price: whole };
    for (const [turn, bend] of [
      [0, 0],
      [1, BEND],
      [3, BEND],
    ] as const) {
      const next = (direction + turn) % 4;
      const [dx, dy] = STEPS[next] as readonly [number, number];
      const [c, r] = [col + dx, row + dy];
      if (!isOn(cols, rows, c, r)) continue;
      const toll = cost[r * cols + c] as number;
      if (toll !== 0) enter(next * size + r * cols + c, price + toll + bend, state);
    }
  }
  if (!found) return null;
  const cells: Point[] = [];
  let first = found.state;
  for (let at = found.state; at !== -1; at = before[at] as number) {
    first = at;
    cells.unshift({ x: (at % size) % cols, y: Math.floor((at % size) / cols) });
  }
  const start = starts.find((each) => each.direction === Math.floor(first / size)) as Door;
  return corners(cells, start, found.door, cell);
}
