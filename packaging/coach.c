/* The six tools as one program: which of them runs is said by the name under which it was called.
   Swift gives each tool's entry point the name of its module (coach_chat_main), so that they can be
   linked side by side. What they share is there once and not six times: Swift's runtime and, since YAML
   and the database bring Foundation, ICU's tables, 44 MB of each tool's 66. */

#include <stdio.h>
#include <string.h>

int coach_assess_main(int, char **);
int coach_chat_main(int, char **);
int coach_filter_main(int, char **);
int coach_level_main(int, char **);
int coach_store_main(int, char **);
int coach_summarize_main(int, char **);

static const struct {
  const char *name;
  int (*run)(int, char **);
} tools[] = {
    {"coach-assess", coach_assess_main}, {"coach-chat", coach_chat_main},
    {"coach-filter", coach_filter_main}, {"coach-level", coach_level_main},
    {"coach-store", coach_store_main},   {"coach-summarize", coach_summarize_main},
};

int main(int argc, char **argv) {
  const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
  const char *name = slash ? slash + 1 : argc > 0 ? argv[0] : "";
  for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
    if (strcmp(name, tools[i].name) == 0) return tools[i].run(argc, argv);
  fprintf(stderr, "coach: call it by the name of a tool, such as coach-chat; see man coach\n");
  return 64;
}
