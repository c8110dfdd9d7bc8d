#include "CCurl.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stddef.h>

// The functions of the library, with the types that its header gives them. The parentheses keep
// away the header's macros of the same names.
#define FUNCTIONS(DO)                                                                            \
  DO(curl_global_init) DO(curl_easy_init) DO(curl_easy_cleanup) DO(curl_easy_pause)              \
  DO(curl_easy_strerror) DO(curl_easy_setopt) DO(curl_easy_getinfo) DO(curl_slist_append)        \
  DO(curl_slist_free_all) DO(curl_multi_init) DO(curl_multi_cleanup) DO(curl_multi_setopt)       \
  DO(curl_multi_add_handle) DO(curl_multi_remove_handle) DO(curl_multi_socket_action)            \
  DO(curl_multi_info_read)

#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define MEMBER(name) __typeof__(name) *name;
static struct {
  FUNCTIONS(MEMBER)
} api;

static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
#define FIND(name) if (!(api.name = (__typeof__(name) *)dlsym(library, #name))) return;
  FUNCTIONS(FIND)
  loaded = api.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool ccurl_load(void) {
  pthread_once(&once, load);
  return loaded;
}

CURL *ccurl_easy_init(void) { return api.curl_easy_init(); }

void ccurl_easy_cleanup(CURL *easy) { api.curl_easy_cleanup(easy); }

CURLcode ccurl_easy_pause(CURL *easy, int bitmask) { return api.curl_easy_pause(easy, bitmask); }

const char *ccurl_easy_strerror(CURLcode code) { return api.curl_easy_strerror(code); }

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
  return api.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return api.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
  return api.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value) {
  return api.curl_easy_setopt(easy, option, value);
}

CURLcode ccurl_set_transfer(CURL *easy, CURLoption option, curl_write_callback value) {
  return api.curl_easy_setopt(easy, option, value);
}

static int close_on_exec(void *data, curl_socket_t socket, curlsocktype purpose) {
  (void)data, (void)purpose;
  fcntl(socket, F_SETFD, FD_CLOEXEC);
  return CURL_SOCKOPT_OK;
}

CURLcode ccurl_close_on_exec(CURL *easy) {
  return api.curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, close_on_exec);
}

CURLcode ccurl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) {
  return api.curl_easy_getinfo(easy, info, value);
}

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text) {
  return api.curl_slist_append(list, text);
}

void ccurl_slist_free_all(struct curl_slist *list) { api.curl_slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return api.curl_multi_init(); }

void ccurl_multi_cleanup(CURLM *multi) { api.curl_multi_cleanup(multi); }

void ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  api.curl_multi_setopt(multi, option, value);
}

void ccurl_multi_watch(
  CURLM *multi, curl_socket_callback on_socket, curl_multi_timer_callback on_timer, void *data) {
  api.curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, on_socket);
  api.curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, data);
  api.curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, on_timer);
  api.curl_multi_setopt(multi, CURLMOPT_TIMERDATA, data);
}

CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy) {
  return api.curl_multi_add_handle(multi, easy);
}

CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy) {
  return api.curl_multi_remove_handle(multi, easy);
}

CURLMcode ccurl_multi_socket_action(CURLM *multi, curl_socket_t socket, int events) {
  int running = 0;
  return api.curl_multi_socket_action(multi, socket, events, &running);
}

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left = 0;
  for (CURLMsg *message; (message = api.curl_multi_info_read(multi, &left));) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}
