// A thin C face over libedit, the line editor of the BSDs, which is loaded when somebody sits at a
// terminal: in a pipe nobody edits lines, and a tool must start in milliseconds.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stdbool.h>
#include <stdint.h>

/// A line editor at a terminal.
typedef struct clibedit clibedit;

/// Gives the next key as a Unicode scalar value: 1 where there is one, 0 at the end of the input, -1
/// where the line in hand is to be given up.
typedef int (*clibedit_key)(void *context, int32_t *scalar);

/// Puts what is being pasted into the line in hand, by `clibedit_insert`.
typedef void (*clibedit_paste)(void *context, clibedit *editor);

/// Loads the library, once; false where it is not installed. From any thread.
bool clibedit_load(void);

// All that follows may only be called after `clibedit_load` has said true, and by one thread alone,
// whose locale is UTF-8 from the first call on.

/// An editor that reads keys by `key` and draws on a terminal, NULL where it cannot. The user's
/// ~/.editrc is obeyed.
///
/// - prompt: what stands before the line, UTF-8; what is between two bytes 1 takes no columns.
clibedit *clibedit_new(
  int terminal, const char *prompt, clibedit_key key, clibedit_paste paste,
  void *context);

/// Reads a line, without its line feed: its scalar values and how many, valid until the next call.
/// NULL at the end of the input, and where the line was given up.
const int32_t *clibedit_line(clibedit *editor, int *count);

/// Puts a line among those that the arrow keys bring back.
void clibedit_remember(clibedit *editor, const int32_t *scalars, int count);

/// Puts text into the line in hand, where the cursor is; for `clibedit_paste`.
void clibedit_insert(clibedit *editor, const int32_t *scalars, int count);

/// Fits the line in hand to the terminal's size, which may have changed, and draws it again.
void clibedit_redraw(clibedit *editor);

/// Takes the terminal back for the line in hand after somebody else had it, and draws it again.
void clibedit_resume(clibedit *editor);

/// Gives everything back; the terminal is as it was before.
void clibedit_free(clibedit *editor);

#endif
