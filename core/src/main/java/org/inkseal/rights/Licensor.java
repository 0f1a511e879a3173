package org.inkseal.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inkseal.report.Offer;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpNamespace;

/** Who licenses a picture and where, by {@code plus:Licensor} and {@code xmpRights:WebStatement}. */
final class Licensor {
    private static final XmpName LICENSOR = XmpNamespace.PLUS.name("Licensor");
    private static final XmpName WEB_STATEMENT = XmpNamespace.RIGHTS.name("WebStatement");

    private Licensor() {}

    /**
     * Where terms can be agreed on.
     *
     * @param pages addresses that say so more exactly, the best first
     */
    static Optional<Offer> offer(Xmp xmp, List<String> pages) {
        Optional<String> page = Stream.of(
                        pages.stream().findFirst(), field(xmp, "LicensorURL"), xmp.text(WEB_STATEMENT))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<String> contact = field(xmp, "LicensorEmail").or(() -> field(xmp, "LicensorName"));
        return page.map(address -> contact.map(Offer.at(address)::withContact).orElseGet(() -> Offer.at(address)));
    }

    private static Optional<String> field(Xmp xmp, String name) {
        return xmp.values(LICENSOR).stream()
                .flatMap(value -> value.field(XmpNamespace.PLUS.name(name)).stream())
                .flatMap(value -> value.texts().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
