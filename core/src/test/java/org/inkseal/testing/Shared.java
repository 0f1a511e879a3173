package org.inkseal.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Third-party files that lie outside the source tree; tests that need them are skipped where they are absent. */
public final class Shared {
    private Shared() {}

    /** A folder of them; skips the test that asks when there is none. */
    public static Path folder(String name) {
        String root = System.getenv("INKSEAL_SHARED");
        Path folder = root == null ? beside(Path.of("").toAbsolutePath(), name) : Path.of(root, name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no shared folder " + name);
        return folder;
    }

    private static Path beside(Path start, String name) {
        for (Path at = start; at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return start.resolve("shared").resolve(name);
    }
}
