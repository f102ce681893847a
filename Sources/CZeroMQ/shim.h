#include <dlfcn.h>
#include <errno.h>
#include <zmq.h>

/* The library is opened when a kernel is started: the prompt needs nothing of it. */

struct zmq_library {
  __typeof__(&zmq_ctx_new) context_new;
  __typeof__(&zmq_ctx_shutdown) context_shutdown;
  __typeof__(&zmq_ctx_term) context_end;
  __typeof__(&zmq_socket) socket;
  __typeof__(&zmq_close) close;
  __typeof__(&zmq_bind) bind;
  __typeof__(&zmq_connect) connect;
  __typeof__(&zmq_setsockopt) set;
  __typeof__(&zmq_poll) poll;
  __typeof__(&zmq_send) send;
  __typeof__(&zmq_msg_init) message_init;
  __typeof__(&zmq_msg_recv) message_receive;
  __typeof__(&zmq_msg_data) message_data;
  __typeof__(&zmq_msg_size) message_size;
  __typeof__(&zmq_msg_more) message_more;
  __typeof__(&zmq_msg_close) message_close;
  __typeof__(&zmq_strerror) reason;
};

/* 1, or 0 where the library is not installed. */
static inline int zmq_library_open(struct zmq_library *zmq) {
  static const char *const names[] = {
      "libzmq.so.5", "libzmq.5.dylib", "/opt/homebrew/lib/libzmq.5.dylib"};
  void *library = 0;
  for (int i = 0; i < 3 && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  zmq->context_new = (__typeof__(zmq->context_new))dlsym(library, "zmq_ctx_new");
  zmq->context_shutdown =
      (__typeof__(zmq->context_shutdown))dlsym(library, "zmq_ctx_shutdown");
  zmq->context_end = (__typeof__(zmq->context_end))dlsym(library, "zmq_ctx_term");
  zmq->socket = (__typeof__(zmq->socket))dlsym(library, "zmq_socket");
  zmq->close = (__typeof__(zmq->close))dlsym(library, "zmq_close");
  zmq->bind = (__typeof__(zmq->bind))dlsym(library, "zmq_bind");
  zmq->connect = (__typeof__(zmq->connect))dlsym(library, "zmq_connect");
  zmq->set = (__typeof__(zmq->set))dlsym(library, "zmq_setsockopt");
  zmq->poll = (__typeof__(zmq->poll))dlsym(library, "zmq_poll");
  zmq->send = (__typeof__(zmq->send))dlsym(library, "zmq_send");
  zmq->message_init = (__typeof__(zmq->message_init))dlsym(library, "zmq_msg_init");
  zmq->message_receive = (__typeof__(zmq->message_receive))dlsym(library, "zmq_msg_recv");
  zmq->message_data = (__typeof__(zmq->message_data))dlsym(library, "zmq_msg_data");
  zmq->message_size = (__typeof__(zmq->message_size))dlsym(library, "zmq_msg_size");
  zmq->message_more = (__typeof__(zmq->message_more))dlsym(library, "zmq_msg_more");
  zmq->message_close = (__typeof__(zmq->message_close))dlsym(library, "zmq_msg_close");
  zmq->reason = (__typeof__(zmq->reason))dlsym(library, "zmq_strerror");
  return zmq->context_new && zmq->context_shutdown && zmq->context_end && zmq->socket &&
         zmq->close && zmq->bind && zmq->connect && zmq->set && zmq->poll && zmq->send &&
         zmq->message_init && zmq->message_receive && zmq->message_data && zmq->message_size &&
         zmq->message_more && zmq->message_close && zmq->reason;
}
