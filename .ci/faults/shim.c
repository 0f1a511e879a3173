/* Preloaded into a command, this counts the calls that it makes to the system about one folder, and lets one of them go
 * wrong. The folder's own entries count, and open files in it. Environment:
 *
 *   FAULT_FOLDER  the folder, absolute and without symbolic links
 *   FAULT_LOG     a file that gets one line for each such call: its name
 *   FAULT_AT      the number of the call that goes wrong, from 1; 0 or nothing for none
 *   FAULT_HOW     "kill": SIGKILL before the call; "short": a write that takes half of the bytes; else the number of an errno
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { MOST_FILES = 4096 };

static atomic_long calls;
static _Atomic char inside[MOST_FILES];
static char folder[PATH_MAX];
static size_t folder_length;
static long at;
static const char *how = "0";
static int log_file = -1;

__attribute__((constructor)) static void start(void) {
    const char *value = getenv("FAULT_FOLDER");
    if (value != NULL && strlen(value) < sizeof folder) {
        strcpy(folder, value);
        folder_length = strlen(folder);
    }
    value = getenv("FAULT_AT");
    at = value == NULL ? 0 : atol(value);
    value = getenv("FAULT_HOW");
    how = value == NULL ? "0" : value;
    value = getenv("FAULT_LOG");
    if (value != NULL) {
        log_file = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int is_inside(const char *path) {
    return folder_length > 0 && path != NULL && strncmp(path, folder, folder_length) == 0
        && (path[folder_length] == '/' || path[folder_length] == 0);
}

static int is_open_inside(int fd) {
    return fd >= 0 && fd < MOST_FILES && inside[fd];
}

static void mark(int fd, int where) {
    if (fd >= 0 && fd < MOST_FILES) {
        inside[fd] = (char)where;
    }
}

/* Counts a call; answers 0 if it may go on, 1 for half of it, and -1 with errno set if it has failed. */
static int counted(const char *name) {
    long number = ++calls;
    if (log_file >= 0) {
        char line[64];
        int length = snprintf(line, sizeof line, "%s\n", name);
        if (syscall(SYS_write, log_file, line, (size_t)length) < 0) {
            abort();
        }
    }
    if (number != at) {
        return 0;
    }
    if (strcmp(how, "kill") == 0) {
        syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
        for (;;) {
            pause();
        }
    }
    if (strcmp(how, "short") == 0) {
        return 1;
    }
    errno = atoi(how);
    return -1;
}

#define REAL(name) (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* A call with a path, and one with an open file, that return a number. */
#define WITH_PATH(type, name, path, parameters, arguments)                                                                 \
    type name parameters {                                                                                                 \
        if (is_inside(path) && counted(#name) < 0) {                                                                       \
            return -1;                                                                                                     \
        }                                                                                                                  \
        return (REAL(name))arguments;                                                                                      \
    }
#define WITH_FILE(type, name, fd, parameters, arguments)                                                                   \
    type name parameters {                                                                                                 \
        if (is_open_inside(fd) && counted(#name) < 0) {                                                                    \
            return -1;                                                                                                     \
        }                                                                                                                  \
        return (REAL(name))arguments;                                                                                      \
    }

WITH_PATH(int, access, path, (const char *path, int mode), (path, mode))
WITH_PATH(int, chmod, path, (const char *path, mode_t mode), (path, mode))
WITH_PATH(int, chown, path, (const char *path, uid_t owner, gid_t group), (path, owner, group))
WITH_PATH(int, lchown, path, (const char *path, uid_t owner, gid_t group), (path, owner, group))
WITH_PATH(int, mkdir, path, (const char *path, mode_t mode), (path, mode))
WITH_PATH(int, rmdir, path, (const char *path), (path))
WITH_PATH(int, unlink, path, (const char *path), (path))
WITH_PATH(int, link, to, (const char *from, const char *to), (from, to))
WITH_PATH(int, symlink, to, (const char *from, const char *to), (from, to))
WITH_PATH(int, rename, to, (const char *from, const char *to), (from, to))
WITH_PATH(ssize_t, readlink, path, (const char *path, char *out, size_t size), (path, out, size))
WITH_PATH(int, stat64, path, (const char *path, struct stat64 *out), (path, out))
WITH_PATH(int, lstat64, path, (const char *path, struct stat64 *out), (path, out))
WITH_PATH(int, stat, path, (const char *path, struct stat *out), (path, out))
WITH_PATH(int, lstat, path, (const char *path, struct stat *out), (path, out))
WITH_PATH(int, statx, path, (int at_fd, const char *path, int flags, unsigned mask, struct statx *out),
    (at_fd, path, flags, mask, out))
WITH_PATH(int, statvfs64, path, (const char *path, struct statvfs64 *out), (path, out))
WITH_PATH(int, statfs64, path, (const char *path, struct statfs64 *out), (path, out))
WITH_PATH(int, utimes, path, (const char *path, const struct timeval times[2]), (path, times))

WITH_FILE(int, fstat64, fd, (int fd, struct stat64 *out), (fd, out))
WITH_FILE(int, fstat, fd, (int fd, struct stat *out), (fd, out))
WITH_FILE(int, fchmod, fd, (int fd, mode_t mode), (fd, mode))
WITH_FILE(int, fchown, fd, (int fd, uid_t owner, gid_t group), (fd, owner, group))
WITH_FILE(int, fsync, fd, (int fd), (fd))
WITH_FILE(int, fdatasync, fd, (int fd), (fd))
WITH_FILE(int, ftruncate64, fd, (int fd, off64_t length), (fd, length))
WITH_FILE(int, futimens, fd, (int fd, const struct timespec times[2]), (fd, times))
WITH_FILE(int, futimes, fd, (int fd, const struct timeval times[2]), (fd, times))
WITH_FILE(off64_t, lseek64, fd, (int fd, off64_t offset, int from), (fd, offset, from))
WITH_FILE(ssize_t, flistxattr, fd, (int fd, char *out, size_t size), (fd, out, size))
WITH_FILE(ssize_t, fgetxattr, fd, (int fd, const char *name, void *out, size_t size), (fd, name, out, size))
WITH_FILE(int, fsetxattr, fd, (int fd, const char *name, const void *value, size_t size, int flags),
    (fd, name, value, size, flags))
WITH_FILE(ssize_t, read, fd, (int fd, void *out, size_t size), (fd, out, size))
WITH_FILE(ssize_t, pread64, fd, (int fd, void *out, size_t size, off64_t offset), (fd, out, size, offset))
WITH_FILE(ssize_t, readv, fd, (int fd, const struct iovec *parts, int count), (fd, parts, count))

/* Writes may be cut short as well. */
ssize_t write(int fd, const void *bytes, size_t size) {
    int fault = is_open_inside(fd) ? counted("write") : 0;
    return fault < 0 ? -1 : (REAL(write))(fd, bytes, fault == 1 ? (size + 1) / 2 : size);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    int fault = is_open_inside(fd) ? counted("pwrite64") : 0;
    return fault < 0 ? -1 : (REAL(pwrite64))(fd, bytes, fault == 1 ? (size + 1) / 2 : size, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    int fault = is_open_inside(fd) ? counted("writev") : 0;
    return fault < 0 ? -1 : (REAL(writev))(fd, parts, fault == 1 ? (count + 1) / 2 : count);
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t size) {
    int fault = is_open_inside(out) || is_open_inside(in) ? counted("sendfile64") : 0;
    ssize_t (*real)(int, int, off64_t *, size_t) = dlsym(RTLD_NEXT, "sendfile64");
    return fault < 0 ? -1 : real(out, in, offset, fault == 1 ? (size + 1) / 2 : size);
}

static int is_folder(int fd) {
    struct stat64 what;
    return (REAL(fstat64))(fd, &what) == 0 && S_ISDIR(what.st_mode);
}

/* The kernel closes a file even where it reports an error. */
int close(int fd) {
    int fault = is_open_inside(fd) ? counted(is_folder(fd) ? "close-folder" : "close") : 0;
    int why = errno;
    mark(fd, 0);
    int result = (REAL(close))(fd);
    if (fault < 0) {
        errno = why;
        return -1;
    }
    return result;
}

int dup(int fd) {
    if (is_open_inside(fd) && counted("dup") < 0) {
        return -1;
    }
    int copy = (REAL(dup))(fd);
    mark(copy, is_open_inside(fd));
    return copy;
}

int dup2(int from, int to) {
    if (is_open_inside(to) && counted("dup2") < 0) {
        return -1;
    }
    int result = (REAL(dup2))(from, to);
    mark(to, is_open_inside(from));
    return result;
}

static int opened(const char *path, int fd) {
    mark(fd, is_inside(path));
    return fd;
}

static mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

int open64(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return is_inside(path) && counted("open64") < 0 ? -1 : opened(path, (REAL(open64))(path, flags, mode));
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return is_inside(path) && counted("open") < 0 ? -1 : opened(path, (REAL(open))(path, flags, mode));
}

int openat64(int from, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return is_inside(path) && counted("openat64") < 0 ? -1 : opened(path, (REAL(openat64))(from, path, flags, mode));
}

int fcntl64(int fd, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, "fcntl64");
    return is_open_inside(fd) && counted("fcntl64") < 0 ? -1 : real(fd, command, argument);
}

int fcntl(int fd, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, "fcntl");
    return is_open_inside(fd) && counted("fcntl") < 0 ? -1 : real(fd, command, argument);
}

/* A folder that is read has no number of a file for us; its entries count as one call. */
DIR *opendir(const char *path) {
    return is_inside(path) && counted("opendir") < 0 ? NULL : (REAL(opendir))(path);
}

DIR *fdopendir(int fd) {
    return is_open_inside(fd) && counted("fdopendir") < 0 ? NULL : (REAL(fdopendir))(fd);
}
