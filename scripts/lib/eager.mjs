/** A hint to Chromium: nearly all of what the page begins with is called at once, so it is compiled as it arrives. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Else each function is compiled when it is first called, on the thread that is to draw the page.
 * @returns {import('vite').Plugin}
 */
export const eager = () => ({
  name: 'backstep:eager',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = Object.values(bundle).find(({ type, isEntry }) => type === 'chunk' && isEntry);
      if (!page) throw new Error('The build has no script to hint at');
      page.code = HINT + page.code;
    },
  },
});
