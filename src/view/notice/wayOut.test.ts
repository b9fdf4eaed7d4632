import { describe, expect, it } from 'vitest';
import { messageOf } from './wayOut';

describe('messageOf', () => {
  it('sends the reader to the list when the library has no such problem', () => {
    const fault = { error: 'The library has no problem "foo"', where: 'library' };
    expect(messageOf(fault, true)).toEqual({
      what: 'The library has no problem "foo".',
      where: null,
      wayOut: 'Choose another problem from the list at the top.',
    });
  });

  it('says where in a file, and that nothing was lost', () => {
    const fault = { error: 'Row 2 has 3 entries, row 1 has 2', where: 'data.X[1]' };
    expect(messageOf(fault, true)).toEqual({
      what: 'Row 2 has 3 entries, row 1 has 2.',
      where: 'data.X[1]',
      wayOut: 'Mend the file and open it again. What was open before is still here.',
    });
  });

  it('does not call the whole file a place', () => {
    expect(messageOf({ error: 'No.', where: 'file' }, false).where).toBeNull();
  });
});

describe('of a link', () => {
  it('the sentence itself says what to do, and that nothing was lost', () => {
    const fault = { error: 'The link was cut off. Copy it again', where: 'link' };
    expect(messageOf(fault, true)).toEqual({
      what: 'The link was cut off. Copy it again.',
      where: null,
      wayOut: 'What was open before is still here.',
    });
    expect(messageOf(fault, false).wayOut).toBe('');
  });
});
