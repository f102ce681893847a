#include <stdio.h>
#include <histedit.h>

/* In POSIX, and in the C library, but hidden by its headers unless extensions are asked for. */
int wcwidth(wchar_t character);

/* Swift imports no variadic function and takes stdin and its kin for unsafe: one wrapper each. */

typedef char *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_function)(EditLine *, int);

/* What the editor draws goes to `output`; the terminal's modes are those of the standard streams. */
static inline EditLine *editline_make(const char *program, FILE *output) {
  return el_init_fd(program, stdin, output, stderr, 0, 1, 2);
}

/* What the terminal does by its description, such as "up"; null where it can't. */
static inline const char *editline_capability(EditLine *editor, const char *name) {
  char *value = 0;
  return el_get(editor, EL_GETTC, name, &value) == 0 ? value : 0;
}

static inline void editline_set_terminal(EditLine *editor, const char *kind) {
  el_set(editor, EL_TERMINAL, kind);
}

/* "li", the rows, or "co", the columns. */
static inline void editline_set_size(EditLine *editor, const char *which, const char *count) {
  el_set(editor, EL_SETTC, which, count, (char *)0);
}

static inline void editline_set_prompt(EditLine *editor, editline_prompt prompt) {
  el_set(editor, EL_PROMPT, prompt);
}

static inline void editline_set_reader(EditLine *editor, el_rfunc_t reader) {
  el_set(editor, EL_GETCFN, reader);
}

static inline void editline_set_keys(EditLine *editor, const char *keys) {
  el_set(editor, EL_EDITOR, keys);
}

static inline void editline_add(
    EditLine *editor, const char *name, const char *help, editline_function function) {
  el_set(editor, EL_ADDFN, name, help, function);
}

static inline void editline_bind(EditLine *editor, const char *key, const char *name) {
  el_set(editor, EL_BIND, key, name, (char *)0);
}

/* The same for vi's command mode. */
static inline void editline_bind_command(EditLine *editor, const char *key, const char *name) {
  el_set(editor, EL_BIND, "-a", key, name, (char *)0);
}

/* "emacs" or "vi". */
static inline const char *editline_keys(EditLine *editor) {
  const char *keys = "";
  el_get(editor, EL_EDITOR, &keys);
  return keys;
}

static inline void editline_set_owner(EditLine *editor, void *owner) {
  el_set(editor, EL_CLIENTDATA, owner);
}

static inline void *editline_owner(EditLine *editor) {
  void *owner = 0;
  el_get(editor, EL_CLIENTDATA, &owner);
  return owner;
}

static inline void editline_use_history(EditLine *editor, History *past) {
  el_set(editor, EL_HIST, history, past);
}

/* Draws the prompt and the line anew, as if the cursor stood at the start of an empty row. */
static inline void editline_redraw(EditLine *editor) {
  el_set(editor, EL_REFRESH);
}

/* Takes the terminal into the editor's mode (1), or gives it back (0). */
static inline void editline_take_terminal(EditLine *editor, int take) {
  el_set(editor, EL_PREP_TERM, take);
}

static inline void history_limit(History *past, int count) {
  HistEvent event;
  history(past, &event, H_SETSIZE, count);
  history(past, &event, H_SETUNIQUE, 1);
}

static inline void history_enter(History *past, const char *entry) {
  HistEvent event;
  history(past, &event, H_ENTER, entry);
}
