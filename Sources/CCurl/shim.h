#include <curl/curl.h>
#include <dlfcn.h>

/* The library is opened when the first file is fetched: it brings thirty others with it, whose
   loading would double the time until the first prompt. Swift imports no variadic function, so
   that each type of argument has a function here. */

struct curl_library {
  __typeof__(&curl_easy_init) init;
  __typeof__(&curl_easy_cleanup) cleanup;
  __typeof__(&curl_easy_perform) perform;
  __typeof__(&curl_easy_setopt) setopt;
  __typeof__(&curl_easy_getinfo) getinfo;
  __typeof__(&curl_easy_strerror) strerror;
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
  curl->perform = (__typeof__(curl->perform))dlsym(library, "curl_easy_perform");
  curl->setopt = (__typeof__(curl->setopt))dlsym(library, "curl_easy_setopt");
  curl->getinfo = (__typeof__(curl->getinfo))dlsym(library, "curl_easy_getinfo");
  curl->strerror = (__typeof__(curl->strerror))dlsym(library, "curl_easy_strerror");
  return curl->init && curl->cleanup && curl->perform && curl->setopt && curl->getinfo &&
         curl->strerror;
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
