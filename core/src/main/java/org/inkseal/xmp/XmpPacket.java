package org.inkseal.xmp;

import java.util.List;
import java.util.Set;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/**
 * Makes packets, and gives properties in packets other values. Every other byte of a packet is kept, but for padding at its
 * end. Pure functions: a packet in, a packet out.
 */
public final class XmpPacket {
    private static final String START = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" + XmpNamespace.RDF.uri() + "\">";
    private static final String END = "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

    private XmpPacket() {}

    /** A packet with some properties and nothing else. */
    public static Bytes of(List<XmpProperty> properties) {
        return Bytes.utf8(START + XmpWriter.node(properties, "", false) + END);
    }

    /**
     * A packet in which some properties have these values, whether they had others or none. They stand together in a node of
     * their own, so that doing it again changes nothing.
     *
     * @param gone properties that are taken out
     * @throws MalformedException if the packet is not UTF-8, not well-formed, has a document type, no RDF, or goes on in
     *     another packet; the offset counts characters
     */
    public static Bytes with(Bytes packet, List<XmpProperty> properties, Set<XmpName> gone) throws MalformedException {
        String text = packet.text().orElseThrow(() -> new MalformedException(0, "text that is not UTF-8"));
        StringBuilder out = new XmpEdit(text, properties, gone).result();
        return Bytes.utf8(XmpPadding.trimmed(out, packet.length()));
    }

    /**
     * A packet with so much padding that it has a length.
     *
     * @throws IllegalArgumentException if it is longer
     */
    public static Bytes padded(Bytes packet, int length) {
        return XmpPadding.filled(packet, length);
    }

    /** A packet without the marks around it, which are for those who look for packets in files that they do not know. */
    public static Bytes bare(Bytes packet) {
        String text = packet.text().orElse("");
        int start = text.startsWith("<?xpacket") ? text.indexOf("?>") + 2 : 0;
        int end = text.lastIndexOf("<?xpacket");
        return start == 0 || end < start
                ? packet
                : Bytes.utf8(text.substring(start, end).strip());
    }
}
