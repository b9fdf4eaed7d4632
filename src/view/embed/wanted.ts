/** The parts of the page that a frame can show. */
export const PARTS = ['diagram', 'equation', 'steps', 'numbers'] as const;
export type EmbedPart = (typeof PARTS)[number];

const USUAL: readonly EmbedPart[] = ['diagram', 'equation', 'steps'];

/** What the address of a frame asks for. */
export interface Wanted {
  readonly parts: readonly EmbedPart[];
  /** The only page that is listened to and told; null where the address names one that cannot be. */
  readonly origin: string | null;
  readonly theme: 'light' | 'dark' | null;
  /** What cannot be had, in sentences. */
  readonly complaints: readonly string[];
}

/** An origin as browsers write it: `https://course.example.edu`. */
function originIn(text: string): string | null {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text.replace(/\/$/, '') && /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;

/** `?embed=diagram,steps&origin=https://course.example.edu&theme=light`; messages of one's own origin are always taken. */
export function wantedIn(search: string, own: string): Wanted {
  const params = new URLSearchParams(search);
  const names = (params.get('embed') ?? '').split(',').filter((name) => name.trim() !== '');
  const asked = names.map((name) => name.trim());
  const parts = PARTS.filter((part) => asked.includes(part));
  const unknown = asked.find((name) => !PARTS.some((part) => part === name));
  const named = params.get('origin');
  const origin = named === null ? own : originIn(named);
  const theme = params.get('theme');
  return {
    parts: parts.length > 0 ? parts : USUAL,
    origin,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    complaints: [
      ...(unknown === undefined
        ? []
        : [
            `There is no part ${quoted(unknown)} to embed. The address of this frame may name ${PARTS.join(', ')}.`,
          ]),
      ...(origin === null
        ? [
            `${quoted(named ?? '')} is not the origin of a page, so this frame takes no messages. Write it as https://course.example.edu, without a path.`,
          ]
        : []),
    ],
  };
}
