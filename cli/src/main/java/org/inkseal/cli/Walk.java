package org.inkseal.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.inkseal.io.AtomicOutput;

/**
 * Goes through files and folders in the order of their names, one folder at a time. Each folder is entered once, however
 * many links lead to it, so loops of links end. A folder that cannot be read is handed out as if it were a file, and so
 * becomes an error of its own.
 */
final class Walk implements Iterator<Item> {
    private final Predicate<Path> passOver;
    private final Deque<Item> open = new ArrayDeque<>();
    private final Set<Object> entered = new HashSet<>();

    Walk(List<Path> named, Predicate<Path> passOver) {
        this.passOver = passOver;
        for (Path path : named) {
            Path name = path.getFileName();
            open.add(new Item(path, name == null ? path : name, false));
        }
    }

    @Override
    public boolean hasNext() {
        while (!open.isEmpty() && Files.isDirectory(open.element().path())) {
            Item folder = open.remove();
            try {
                enter(folder);
            } catch (IOException e) {
                open.push(folder);
                return true;
            }
        }
        return !open.isEmpty();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return open.remove();
    }

    private void enter(Item folder) throws IOException {
        Object key =
                Files.readAttributes(folder.path(), BasicFileAttributes.class).fileKey();
        if (!entered.add(key == null ? folder.path().toRealPath() : key)) {
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
            stream.forEach(children::add);
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(children);
        for (int i = children.size() - 1; i >= 0; i--) {
            Path child = children.get(i);
            // A picture that another run is still writing, or that a killed run left, is none yet.
            if (!AtomicOutput.isTemporary(child) && !passOver.test(child)) {
                Path name = child.getFileName();
                Path relative = folder.found() ? folder.relative().resolve(name) : name;
                open.push(new Item(child, relative, true));
            }
        }
    }
}
