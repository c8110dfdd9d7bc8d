// A thin C face over libcurl, which is loaded when it is first needed: with everything that it
// brings (TLS, Kerberos, LDAP…) loading it costs 8 ms, more than a tool may take to start, and most
// runs of most tools ask nobody over the network.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <sys/epoll.h>

/// Loads the library and sets it up, once; false where it is not installed. From any thread.
bool ccurl_load(void);

// All that follows may only be called after `ccurl_load` has said true.

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *easy);
CURLcode ccurl_easy_pause(CURL *easy, int bitmask);
const char *ccurl_easy_strerror(CURLcode code);

// `curl_easy_setopt` and `curl_easy_getinfo`, by the type of their last argument.
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, const void *value);
CURLcode ccurl_set_transfer(CURL *easy, CURLoption option, curl_write_callback value);
/// Has the connections of the transfer closed in programs that the process starts.
CURLcode ccurl_close_on_exec(CURL *easy);
CURLcode ccurl_get_size(CURL *easy, CURLINFO info, curl_off_t *value);

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text);
void ccurl_slist_free_all(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
void ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
/// Sets both callbacks and what they are given.
void ccurl_multi_watch(
  CURLM *multi, curl_socket_callback on_socket, curl_multi_timer_callback on_timer, void *data);
CURLMcode ccurl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_socket_action(CURLM *multi, curl_socket_t socket, int events);
/// The next transfer that is done, nil where there is none, and how it ended.
CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result);

#endif
