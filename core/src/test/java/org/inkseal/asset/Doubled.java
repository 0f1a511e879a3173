package org.inkseal.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Range;

/** Signed files that have their store twice, one directly after the other, in a container that is in good order. */
final class Doubled {
    private Doubled() {}

    static Bytes file(AssetFormat format, Bytes signed) throws IOException, MalformedException {
        Range frame = format instanceof SvgFormat ? element(signed) : frame(format, signed);
        Bytes twice = Bytes.concat(
                signed.slice(0, (int) frame.end()),
                signed.slice((int) frame.start(), (int) frame.end()),
                signed.from((int) frame.end()));
        return format instanceof WebpFormat ? longer(twice, (int) frame.length()) : twice;
    }

    private static Range frame(AssetFormat format, Bytes signed) throws IOException, MalformedException {
        List<Range> carriers = new ArrayList<>();
        for (Region region : Signed.map(format, signed).regions()) {
            if (region.kind() == Region.Kind.CARRIER) {
                carriers.add(region.range());
            }
        }
        return carriers.get(0);
    }

    private static Range element(Bytes svg) {
        String text = new String(svg.toArray(), StandardCharsets.ISO_8859_1);
        return Range.between(
                text.indexOf("<c2pa:manifest"), text.indexOf("</c2pa:manifest>") + "</c2pa:manifest>".length());
    }

    private static Bytes longer(Bytes riff, int more) {
        ByteBuffer file = ByteBuffer.wrap(riff.toArray()).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(4, file.getInt(4) + more);
        return Bytes.wrap(file.array());
    }
}
