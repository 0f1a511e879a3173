package org.inkseal.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What must stay the same of a file while it is being replaced.
 *
 * @param key device and file number, where the system has them
 * @param size bytes
 * @param modified time of the last change
 */
record FileIdentity(String key, long size, FileTime modified) {
    static FileIdentity of(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileIdentity(String.valueOf(found.fileKey()), found.size(), found.lastModifiedTime());
    }
}
