// KaTeX without what the page's printers never write. Taken out by syntax, never by position, and what is
// not found stops the build, so that a new version loses nothing unseen. The page asks for the whole of it as soon as
// a formula needs more than this (see src/view/math/typeset.ts).

/** Alphabets that no printer writes. */
const FONTS = [
  'Fraktur-Regular',
  'Main-BoldItalic',
  'Math-BoldItalic',
  'SansSerif-Bold',
  'SansSerif-Italic',
  'Script-Regular',
  'Typewriter-Regular',
];

/** Kinds of commands that no printer writes. */
const KINDS = [
  'accentUnder',
  'cdlabel',
  'cdlabelparent',
  'enclose',
  'hbox',
  'href',
  'includegraphics',
  'lap',
  'mathchoice',
  'pmb',
  'raisebox',
  'reflectbox',
  'smash',
  'tag',
  'vcenter',
  'verb',
  'xArrow',
];

/** The macros that are kept, with those that they are made of; and every one that is no command but a character. */
const MACROS = [
  ...['\\bgroup', '\\egroup', '\\TextOrMath', '\\@ifnextchar', '\\@ifstar'],
  ...['\\@firstoftwo', '\\@secondoftwo', '\\operatorname', '\\not', '\\ne', '\\neq'],
  ...[
    '\\dots',
    '\\dotsb',
    '\\dotsc',
    '\\dotsi',
    '\\dotsm',
    '\\dotso',
    '\\dotsx',
    '\\cdots',
    '\\vdots',
  ],
  ...['\\tmspace', '\\thinspace', '\\medspace', '\\thickspace', '\\enspace', '\\quad', '\\qquad'],
];
const isCommand = (name) => /^\\[a-zA-Z@]/.test(name);

const nameOf = (node) => node?.name ?? node?.value;
const isCall = (node, name) => node?.type === 'CallExpression' && nameOf(node.callee) === name;
const kindOf = ([data]) =>
  nameOf(data?.properties?.find((property) => nameOf(property.key) === 'type')?.value);

/** What of the module's own statements goes. */
const STATEMENTS = {
  defineFunction: (given) => KINDS.includes(kindOf(given)),
  defineMacro: ([name]) => isCommand(nameOf(name)) && !MACROS.includes(nameOf(name)),
  defineSymbol: ([, font]) => nameOf(font) === 'ams',
};

/** Every node below `node`, and then no more of one that `visit` has dealt with. */
function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (typeof node.type === 'string' && visit(node)) return;
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const each of child) walk(each, visit);
    else walk(child, visit);
  }
}

/** Stretches of the source, what each is, and what stands in its place. */
function cutsIn(program) {
  const cuts = [];
  const cut = (what, { start, end }, by = '') => cuts.push({ what, start, end, by });
  walk(program, (node) => {
    const call = node.type === 'ExpressionStatement' ? node.expression : undefined;
    for (const [name, goes] of Object.entries(STATEMENTS)) {
      if (!isCall(call, name) || !goes(call.arguments)) continue;
      cut(name, node);
      return true;
    }
    if (node.type === 'Property' && nameOf(node.key) === 'mathmlBuilder') {
      cut('mathmlBuilder', node, 'mathmlBuilder: undefined');
      return true;
    }
    if (isCall(node, 'buildMathML')) cut('buildMathML', node, 'undefined');
    if (node.type === 'Property' && FONTS.includes(nameOf(node.key)) && node.value.properties)
      cut('metrics', node, '...{}');
    return false;
  });
  return cuts;
}

/** At least so many of each are known to be there. */
const EXPECTED = {
  defineFunction: KINDS.length,
  defineMacro: 200,
  defineSymbol: 200,
  mathmlBuilder: 40,
  buildMathML: 2,
  metrics: FONTS.length,
};

/** @returns {import('vite').Plugin} */
export const leanKatex = () => ({
  name: 'backstep:lean-katex',
  apply: 'build',
  transform(code, id) {
    if (!/[\\/]katex[\\/]dist[\\/]katex\.mjs$/.test(id)) return;
    const cuts = cutsIn(this.parse(code)).sort((a, b) => a.start - b.start);
    for (const [what, least] of Object.entries(EXPECTED)) {
      const found = cuts.filter((cut) => cut.what === what).length;
      if (found < least) this.error(`KaTeX has changed: ${found} of ${what}, and not ${least}`);
    }
    let lean = '';
    let from = 0;
    for (const { start, end, by } of cuts) {
      lean += code.slice(from, start) + by;
      from = end;
    }
    return { code: lean + code.slice(from), map: null };
  },
});
