package org.inkseal.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A regular file, read by position. Not mapped: a file that shrinks must give an error, not a fault. */
final class FileSource implements ByteSource {
    private final FileChannel channel;
    private final long size;

    private FileSource(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static FileSource open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // A pipe or a device could block for ever or never end.
            throw Files.exists(file)
                    ? new IOException(file + " is not a regular file")
                    : new NoSuchFileException(file.toString());
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileSource(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return channel.read(target, position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
