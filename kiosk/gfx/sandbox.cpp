#include "gfx/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <memory>

#include "base/log.h"
#include "gfx/decode.h"

namespace kiosk::gfx {
namespace {

// What memory, locks, clocks, a socket that is already there and an orderly end need, on x86-64 and arm64, glibc 2.36 and 2.41.
constexpr int kAllowed[] = {
    SCMP_SYS(read),         SCMP_SYS(pread64),
    SCMP_SYS(readv),        SCMP_SYS(write),
    SCMP_SYS(writev),       SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),      SCMP_SYS(close),
    SCMP_SYS(lseek),        SCMP_SYS(fstat),
    SCMP_SYS(ftruncate),    SCMP_SYS(memfd_create),
    SCMP_SYS(poll),         SCMP_SYS(ppoll),
    SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(brk),
    SCMP_SYS(futex),        SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),         SCMP_SYS(membarrier),
    SCMP_SYS(sched_yield),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),    SCMP_SYS(gettimeofday),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),
    SCMP_SYS(getuid),       SCMP_SYS(geteuid),
    SCMP_SYS(getgid),       SCMP_SYS(getegid),
    SCMP_SYS(getrusage),    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),        SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
#ifdef KIOSK_SANITIZE
    // UndefinedBehaviorSanitizer writes what an object's pointer to its table points to into a pipe, to see whether it can be read.
    SCMP_SYS(pipe),         SCMP_SYS(pipe2),
#endif
};

// No decoder does these by accident.
constexpr int kDeadly[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(bpf),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(mount),
    SCMP_SYS(init_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// A call one architecture does not have cannot be made there either, so its refusal is no failure.
bool add(const Filter& filter, unsigned action, int call) {
  const int result = seccomp_rule_add(filter.get(), action, call, 0);
  return result == 0 || result == -EDOM;
}

// Calls allowed for some arguments only.
bool add_conditional(const Filter& filter) {
  constexpr scmp_datum_t kExecutable = PROT_EXEC;
  constexpr scmp_datum_t kEmptyPath = AT_EMPTY_PATH;  // the status of an open descriptor, which is how glibc 2.36 asks
  const auto self = static_cast<scmp_datum_t>(::getpid());
  const auto allow_if = [&filter](int call, const scmp_arg_cmp& condition) {
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0;
  };
  return allow_if(SCMP_SYS(mmap), {2, SCMP_CMP_MASKED_EQ, kExecutable, 0}) &&
         allow_if(SCMP_SYS(mprotect), {2, SCMP_CMP_MASKED_EQ, kExecutable, 0}) &&
         allow_if(SCMP_SYS(newfstatat), {3, SCMP_CMP_MASKED_EQ, kEmptyPath, kEmptyPath}) &&
         allow_if(SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, F_ADD_SEALS, 0}) && allow_if(SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, F_GETFD, 0}) &&
         allow_if(SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, F_GETFL, 0}) &&
         allow_if(SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0}) &&  // asking, not setting
         allow_if(SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, self, 0});    // abort(), of itself only
}

}  // namespace

bool limit_process() {
  const rlimit no_core{0, 0};
  // Memory files are not in the address limit: each at most one picture, and only a few.
  constexpr rlim_t kPictureBytes = static_cast<rlim_t>(kMaxPixels) * 4;
  const rlimit file_size{kPictureBytes, kPictureBytes};
  const rlimit files{24, 24};
  bool limited = ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                 ::setrlimit(RLIMIT_CORE, &no_core) == 0 && ::setrlimit(RLIMIT_FSIZE, &file_size) == 0 &&
                 ::setrlimit(RLIMIT_NOFILE, &files) == 0;
#ifndef KIOSK_SANITIZE
  const rlimit addresses{512UL << 20U, 512UL << 20U};
  limited = limited && ::setrlimit(RLIMIT_AS, &addresses) == 0;
#endif
  return limited;
}

bool install_call_filter() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (!filter) return false;
  for (const int call : kAllowed) {
    if (!add(filter, SCMP_ACT_ALLOW, call)) return false;
  }
  for (const int call : kDeadly) {
    if (!add(filter, SCMP_ACT_KILL_PROCESS, call)) return false;
  }
  return add_conditional(filter) && seccomp_load(filter.get()) == 0;
}

bool shut_in(int socket, const std::function<void()>& warm_up) {
  if (!limit_process()) {
    base::log_error("a worker cannot limit itself; nothing is decoded");
    return false;
  }
  ::close_range(static_cast<unsigned>(std::max(socket, STDERR_FILENO)) + 1, ~0U, 0);
  if (warm_up) warm_up();
  if (!install_call_filter()) {
    base::log_error("the kernel has no seccomp filter; nothing is decoded");
    return false;
  }
  return true;
}

}  // namespace kiosk::gfx
