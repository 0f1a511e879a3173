package org.inkseal.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;

/** Whole files in memory, before and after a store is put into them. */
final class Signed {
    private Signed() {}

    static AssetMap map(AssetFormat format, Bytes file) throws IOException, MalformedException {
        return format.map(ByteSource.of(file), Budget.standard());
    }

    static Bytes with(AssetFormat format, Bytes file, Bytes store) throws IOException, MalformedException {
        AssetMap map = map(format, file);
        return write(format.layout(map, store.length()), file, format.frame(map, store));
    }

    static Bytes without(AssetFormat format, Bytes file) throws IOException, MalformedException {
        return write(format.stripped(map(format, file)), file, Bytes.EMPTY);
    }

    static Bytes store(AssetFormat format, Bytes file) throws IOException, MalformedException {
        Carrier carrier = map(format, file).carrier().orElseThrow();
        return carrier.store(ByteSource.of(file), Budget.standard());
    }

    private static Bytes write(Layout layout, Bytes file, Bytes framed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layout.writeTo(ByteSource.of(file), Channels.newChannel(out), framed, Progress.NONE);
        return Bytes.wrap(out.toByteArray());
    }
}
