#include <curl/curl.h>
#include <dlfcn.h>

/* The library is opened when the first file is fetched: it brings thirty others with it, whose
   loading would double the time until the first prompt. Swift imports no variadic function, so
   that each type of argument has a function here. */

struct curl_library {
  __typeof__(&curl_easy_init) init;
  __typeof__(&curl_easy_cleanup) cleanup;
  __typeof__(&curl_easy_setopt) setopt;
  __typeof__(&curl_easy_getinfo) getinfo;
  __typeof__(&curl_easy_strerror) strerror;
  __typeof__(&curl_multi_init) multi_init;
  __typeof__(&curl_multi_cleanup) multi_cleanup;
  __typeof__(&curl_multi_add_handle) multi_add;
  __typeof__(&curl_multi_remove_handle) multi_remove;
  __typeof__(&curl_multi_perform) multi_perform;
  __typeof__(&curl_multi_wait) multi_wait;
  __typeof__(&curl_multi_info_read) multi_read;
};

/* 1, or 0 where the library is not installed. */
static inline int curl_library_open(struct curl_library *curl) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
  void *library = 0;
  for (int i = 0; i < 4 && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  curl->init = (__typeof__(curl->init))dlsym(library, "curl_easy_init");
  curl->cleanup = (__typeof__(curl->cleanup))dlsym(library, "curl_easy_cleanup");
  curl->setopt = (__typeof__(curl->setopt))dlsym(library, "curl_easy_setopt");
  curl->getinfo = (__typeof__(curl->getinfo))dlsym(library, "curl_easy_getinfo");
  curl->strerror = (__typeof__(curl->strerror))dlsym(library, "curl_easy_strerror");
  curl->multi_init = (__typeof__(curl->multi_init))dlsym(library, "curl_multi_init");
  curl->multi_cleanup = (__typeof__(curl->multi_cleanup))dlsym(library, "curl_multi_cleanup");
  curl->multi_add = (__typeof__(curl->multi_add))dlsym(library, "curl_multi_add_handle");
  curl->multi_remove = (__typeof__(curl->multi_remove))dlsym(library, "curl_multi_remove_handle");
  curl->multi_perform = (__typeof__(curl->multi_perform))dlsym(library, "curl_multi_perform");
  curl->multi_wait = (__typeof__(curl->multi_wait))dlsym(library, "curl_multi_wait");
  curl->multi_read = (__typeof__(curl->multi_read))dlsym(library, "curl_multi_info_read");
  return curl->init && curl->cleanup && curl->setopt && curl->getinfo && curl->strerror &&
         curl->multi_init && curl->multi_cleanup && curl->multi_add && curl->multi_remove &&
         curl->multi_perform && curl->multi_wait && curl->multi_read;
}

/* Transfers as curl_easy_perform does, which asks once a second alone while nothing comes: here
   `is_called_off` is asked at least so often as the milliseconds say. */
static inline CURLcode curl_transfer(
    const struct curl_library *curl, CURL *handle, int milliseconds,
    int (*is_called_off)(void *owner), void *owner) {
  CURLM *multi = curl->multi_init();
  CURLcode result = CURLE_FAILED_INIT;
  int running = 1, left = 0;
  CURLMsg *message;
  if (!multi) return CURLE_OUT_OF_MEMORY;
  if (curl->multi_add(multi, handle) == CURLM_OK) {
    while (curl->multi_perform(multi, &running) == CURLM_OK && running) {
      if (is_called_off(owner)) {
        result = CURLE_ABORTED_BY_CALLBACK;
        break;
      }
      if (curl->multi_wait(multi, 0, 0, milliseconds, 0) != CURLM_OK) break;
    }
    while ((message = curl->multi_read(multi, &left)))
      if (message->msg == CURLMSG_DONE) result = message->data.result;
    curl->multi_remove(multi, handle);
  }
  curl->multi_cleanup(multi);
  return result;
}

static inline void curl_set_long(
    const struct curl_library *curl, CURL *handle, CURLoption option, long value) {
  curl->setopt(handle, option, value);
}

static inline void curl_set_text(
    const struct curl_library *curl, CURL *handle, CURLoption option, const char *value) {
  curl->setopt(handle, option, value);
}

static inline void curl_set_pointer(
    const struct curl_library *curl, CURL *handle, CURLoption option, void *value) {
  curl->setopt(handle, option, value);
}

static inline void curl_set_writer(
    const struct curl_library *curl, CURL *handle, curl_write_callback function) {
  curl->setopt(handle, CURLOPT_WRITEFUNCTION, function);
}

static inline void curl_set_watcher(
    const struct curl_library *curl, CURL *handle, curl_xferinfo_callback function) {
  curl->setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

/* Where the answer sends on to, or null. */
static inline const char *curl_redirect_url(const struct curl_library *curl, CURL *handle) {
  char *url = 0;
  curl->getinfo(handle, CURLINFO_REDIRECT_URL, &url);
  return url;
}

static inline long curl_response_code(const struct curl_library *curl, CURL *handle) {
  long code = 0;
  curl->getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
  return code;
}
