package org.inkseal.asset;

import java.util.List;
import java.util.Optional;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Range;

/**
 * A file of any other format: one region, which nothing may be left out of. It can carry no store; one beside it binds all
 * of its bytes (C2PA 2.2 §11.4).
 */
final class OpaqueFormat implements AssetFormat {
    @Override
    public String name() {
        return "other";
    }

    @Override
    public String mediaType() {
        return "application/octet-stream";
    }

    @Override
    public List<String> extensions() {
        return List.of();
    }

    @Override
    public boolean sniff(Bytes head) {
        return true;
    }

    @Override
    public AssetMap map(ByteSource source, Budget budget) {
        List<Region> whole = source.size() == 0
                ? List.of()
                : List.of(new Region("file", new Range(0, source.size()), Region.Kind.CONTENT));
        return new AssetMap(this, source.size(), whole, List.of(), List.of(), 0, Optional.empty());
    }

    @Override
    public Layout layout(AssetMap map, long storeLength) {
        throw new IllegalArgumentException("no credential can be put into a file of this format, only beside it");
    }

    @Override
    public Layout stripped(AssetMap map) {
        return Splice.without(map);
    }

    @Override
    public Bytes frame(AssetMap map, Bytes store) {
        throw new IllegalArgumentException("no credential can be put into a file of this format, only beside it");
    }
}
