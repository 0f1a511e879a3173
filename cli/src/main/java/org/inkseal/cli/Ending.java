package org.inkseal.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;

/** The ending of a file's name, which says nothing about its format, though people and programs believe it. */
final class Ending {
    private Ending() {}

    /**
     * What to say of a name that ends like those of another format.
     *
     * @param mediaType what the file is
     * @return empty if the ending fits, or belongs to no format that is known
     */
    static Optional<String> objection(Path file, String mediaType) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        AssetFormat actual = null;
        boolean foreign = false;
        for (AssetFormat format : AssetFormats.all()) {
            boolean fits = format.extensions().contains(ending);
            if (format.mediaType().equals(mediaType)) {
                if (fits) {
                    return Optional.empty();
                }
                actual = actual == null ? format : actual;
            }
            foreign |= fits;
        }
        return foreign && actual != null
                ? Optional.of("there is " + actual.name() + " in it, though its name ends in ." + ending)
                : Optional.empty();
    }
}
