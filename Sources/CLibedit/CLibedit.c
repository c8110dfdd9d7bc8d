#define _GNU_SOURCE
#include "CLibedit.h"

#include <dlfcn.h>
#include <histedit.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Scalar values are handed over as they are.
_Static_assert(sizeof(wchar_t) == sizeof(int32_t), "wchar_t is a Unicode scalar value");

// The functions of the library, with the types that its header gives them.
#define FUNCTIONS(DO)                                                                            \
  DO(el_init) DO(el_end) DO(el_source) DO(el_wset) DO(el_wget) DO(el_wgets) DO(el_winsertstr)    \
  DO(el_resize) DO(el_wline) DO(history_winit) DO(history_wend) DO(history_w)

#define MEMBER(name) __typeof__(name) *name;
static struct {
  FUNCTIONS(MEMBER)
} api;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libedit.so.2", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define FIND(name) if (!(api.name = (__typeof__(name) *)dlsym(library, #name))) return;
  FUNCTIONS(FIND)
  loaded = true;
}

bool clibedit_load(void) {
  pthread_once(&once, load);
  return loaded;
}

// What "you> " takes, whatever its colours.
#define PROMPT_COLUMNS 5

struct clibedit {
  EditLine *line;
  HistoryW *history;
  FILE *input, *output;
  wchar_t *prompt;
  clibedit_key key;
  clibedit_paste paste;
  void *context;
};

static clibedit *owner(EditLine *line) {
  void *data = NULL;
  api.el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static wchar_t *prompt(EditLine *line) { return owner(line)->prompt; }

static int next_key(EditLine *line, wchar_t *key) {
  clibedit *editor = owner(line);
  int32_t scalar = 0;
  int result = editor->key(editor->context, &scalar);
  *key = scalar;
  return result;
}

static unsigned char take_paste(EditLine *line, int key) {
  (void)key;
  clibedit *editor = owner(line);
  editor->paste(editor->context, editor);
  return CC_REFRESH;
}

// The library asks the locale which characters can be shown, and how wide they are.
static void speak_utf8(void) {
  static locale_t utf8;
  if (!utf8) utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (utf8) uselocale(utf8);
}

clibedit *clibedit_new(
  int terminal, const char *words, clibedit_key key, clibedit_paste paste, void *context) {
  speak_utf8();
  clibedit *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->key = key;
  editor->paste = paste;
  editor->context = context;
  int in = dup(terminal), out = dup(terminal);
  editor->input = in < 0 ? NULL : fdopen(in, "r");
  editor->output = out < 0 ? NULL : fdopen(out, "w");
  size_t length = strlen(words) + 1;
  editor->prompt = calloc(length, sizeof *editor->prompt);
  if (!editor->input || !editor->output || !editor->prompt ||
      mbstowcs(editor->prompt, words, length) == (size_t)-1) {
    clibedit_free(editor);
    return NULL;
  }
  editor->line = api.el_init("coach-chat", editor->input, editor->output, editor->output);
  editor->history = api.history_winit();
  if (!editor->line || !editor->history) {
    clibedit_free(editor);
    return NULL;
  }
  HistEventW event;
  api.history_w(editor->history, &event, H_SETSIZE, 1000);
  api.history_w(editor->history, &event, H_SETUNIQUE, 1);
  EditLine *line = editor->line;
  api.el_wset(line, EL_CLIENTDATA, editor);
  api.el_wset(line, EL_PROMPT_ESC, prompt, L'\1');
  api.el_wset(line, EL_EDITOR, L"emacs");
  api.el_wset(line, EL_HIST, api.history_w, editor->history);
  api.el_wset(line, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  api.el_source(line, NULL);
  api.el_wset(line, EL_GETCFN, next_key);
  api.el_wset(line, EL_ADDFN, L"coach-paste", L"Insert what is pasted", take_paste);
  api.el_wset(line, EL_BIND, L"\\e[200~", L"coach-paste", NULL);
  // Ctrl-C is a key like any other: as a signal it would reach every stage of the pipeline.
  api.el_wset(line, EL_SETTY, L"-d", L"intr=", NULL);
  return editor;
}

const int32_t *clibedit_line(clibedit *editor, int *count) {
  const wchar_t *text = api.el_wgets(editor->line, count);
  if (!text || *count <= 0) return NULL;
  if (text[*count - 1] == L'\n') --*count;
  return (const int32_t *)text;
}

// A copy that ends as the library wants it.
static wchar_t *terminated(const int32_t *scalars, int count) {
  wchar_t *text = calloc((size_t)count + 1, sizeof *text);
  if (text) memcpy(text, scalars, (size_t)count * sizeof *text);
  return text;
}

void clibedit_remember(clibedit *editor, const int32_t *scalars, int count) {
  wchar_t *text = terminated(scalars, count);
  HistEventW event;
  if (text) api.history_w(editor->history, &event, H_ENTER, text);
  free(text);
}

void clibedit_insert(clibedit *editor, const int32_t *scalars, int count) {
  wchar_t *text = terminated(scalars, count);
  if (text) api.el_winsertstr(editor->line, text);
  free(text);
}

// How many rows the cursor is below the beginning of the prompt, on a screen of so many columns.
static int rows_above(clibedit *editor, int columns) {
  const LineInfoW *line = api.el_wline(editor->line);
  int row = 0, column = PROMPT_COLUMNS;
  for (const wchar_t *at = line->buffer; at < line->cursor; at++) {
    int width = *at == L'\n' ? columns - column % columns : wcwidth(*at);
    column += width > 0 ? width : 0;
  }
  if (columns > 0) row = column / columns;
  return row;
}

void clibedit_redraw(clibedit *editor) {
  // Terminals break their lines anew; the library draws from where it believes the cursor to be.
  struct winsize size = {0};
  if (ioctl(fileno(editor->output), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    int rows = rows_above(editor, size.ws_col);
    fputs("\r", editor->output);
    if (rows > 0) fprintf(editor->output, "\033[%dA", rows);
    fputs("\033[J", editor->output);
  }
  api.el_resize(editor->line);
  api.el_wset(editor->line, EL_REFRESH);
}

void clibedit_resume(clibedit *editor) {
  api.el_wset(editor->line, EL_PREP_TERM, 0);
  api.el_wset(editor->line, EL_PREP_TERM, 1);
  clibedit_redraw(editor);
}

void clibedit_free(clibedit *editor) {
  if (editor->line) api.el_end(editor->line);
  if (editor->history) api.history_wend(editor->history);
  if (editor->input) fclose(editor->input);
  if (editor->output) fclose(editor->output);
  free(editor->prompt);
  free(editor);
}
