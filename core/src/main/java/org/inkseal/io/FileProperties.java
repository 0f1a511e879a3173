package org.inkseal.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What a file has beside its bytes: owner, group and permissions, access control list, extended attributes. The bits
 * setuid and setgid are left behind, and so is what the runtime cannot see: POSIX access control lists and attributes
 * outside {@code user.}.
 */
record FileProperties(Optional<PosixFileAttributes> posix, List<AclEntry> acl, Map<String, Bytes> extended) {
    /** Reads the properties of a file. */
    static FileProperties of(Path file) throws IOException {
        return foreseen(() -> read(file));
    }

    private static FileProperties read(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        return new FileProperties(
                posix == null ? Optional.empty() : Optional.of(posix.readAttributes()),
                acl == null ? List.of() : List.copyOf(acl.getAcl()),
                extended(file));
    }

    /**
     * Gives a file these properties. Owner and group are kept where this process may; a group that cannot be kept loses
     * the rights that not everybody has.
     */
    void applyTo(Path file) throws IOException {
        foreseen(() -> {
            write(file);
            return file;
        });
    }

    /** Gives a file another time of last modification. */
    static void setModified(Path file, FileTime time) throws IOException {
        foreseen(() -> Files.setLastModifiedTime(file, time));
    }

    /** The runtime opens files for this, and lets a close that fails out as an exception of a kind that it keeps hidden. */
    private static <T> T foreseen(Callable<T> access) throws IOException {
        try {
            return access.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void write(Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (Map.Entry<String, Bytes> attribute : extended.entrySet()) {
            view.write(attribute.getKey(), attribute.getValue().buffer());
        }
        AclFileAttributeView lists = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (lists != null && !acl.isEmpty()) {
            lists.setAcl(acl);
        }
        if (posix.isPresent()) {
            applyPosix(file, posix.get());
        }
    }

    private static void applyPosix(Path file, PosixFileAttributes wanted) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(wanted.permissions());
        PosixFileAttributes now = view.readAttributes();
        if (!now.group().equals(wanted.group()) && !attempt(() -> view.setGroup(wanted.group()))) {
            restrictGroup(permissions);
        }
        if (!now.owner().equals(wanted.owner())) {
            attempt(() -> view.setOwner(wanted.owner()));
        }
        view.setPermissions(permissions);
    }

    private static void restrictGroup(Set<PosixFilePermission> permissions) {
        keepOnlyWith(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        keepOnlyWith(permissions, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        keepOnlyWith(permissions, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    }

    private static void keepOnlyWith(
            Set<PosixFilePermission> permissions, PosixFilePermission group, PosixFilePermission others) {
        if (!permissions.contains(others)) {
            permissions.remove(group);
        }
    }

    /** A step that only a privileged process may take. */
    private interface Step {
        void run() throws IOException;
    }

    private static boolean attempt(Step step) {
        try {
            step.run();
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }

    private static Map<String, Bytes> extended(Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        Map<String, Bytes> found = new LinkedHashMap<>();
        for (String name : view == null ? List.<String>of() : names(file, view)) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            found.put(name, Bytes.wrap(value.array()).slice(0, value.position()));
        }
        return found;
    }

    /** The names of the attributes; none on a file system without any, for which it is only asked if listing fails. */
    private static List<String> names(Path file, UserDefinedFileAttributeView view) throws IOException {
        try {
            return view.list();
        } catch (IOException e) {
            if (Files.getFileStore(file).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
                throw e;
            }
            return List.of();
        }
    }
}
