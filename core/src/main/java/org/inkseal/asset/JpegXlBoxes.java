package org.inkseal.asset;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.inkseal.io.ByteSource;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/**
 * The boxes of a JPEG XL container under their four letters; of the {@code jumb} boxes only the store is {@code C2PA}
 * (C2PA 2.4 §18.7).
 */
final class JpegXlBoxes implements BoxWalk {
    private final Window window;
    private final Iterator<Region> regions;
    private final Optional<Range> store;

    JpegXlBoxes(ByteSource source, AssetMap map) {
        this.window = new Window(source);
        this.regions = map.regions().iterator();
        this.store = map.carrier().map(Carrier::extent);
    }

    @Override
    public Optional<NamedBox> next() throws IOException, MalformedException {
        if (!regions.hasNext()) {
            return Optional.empty();
        }
        Region region = regions.next();
        JpegXlBox box = JpegXlBox.read(window, region.range().start());
        String name = store.filter(box.range()::equals).isPresent() ? NamedBox.STORE : box.type();
        return Optional.of(new NamedBox(name, box.range(), box.payload(), region.kind()));
    }
}
