package org.inkseal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.inkseal.asset.PictureView;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.sign.SigningException;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpProperty;
import org.inkseal.xmp.XmpProvenance;

/** The address in a picture from which its store is to be had (C2PA 2.2 §11.4). */
final class RemoteAddress {
    private RemoteAddress() {}

    /**
     * Checks an address.
     *
     * @throws IllegalArgumentException if it is no absolute address of the web
     */
    static void check(URI url) {
        boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    url + ": an address that starts with https:// or http:// is allowed, without user and fragment");
        }
    }

    /**
     * A picture that says in its XMP where its store is to be had.
     *
     * @param change what else changes in its XMP
     * @throws SigningException if its XMP packet cannot be changed, or the format has none
     */
    static PictureView named(PictureView picture, XmpChange change, URI url) throws IOException, SigningException {
        String address = url.toASCIIString();
        XmpChange all = change.with(XmpProperty.text(XmpName.PROVENANCE, address));
        try {
            Bytes packet = all.packetOf(picture);
            if (!XmpProvenance.find(packet, Budget.standard()).equals(Optional.of(address))) {
                throw new SigningException("the XMP of the picture names another place of a credential, which stays");
            }
            return all.in(picture, packet);
        } catch (XmpChange.RefusedException e) {
            throw new SigningException("the XMP of the picture cannot be changed: " + e.getMessage(), e);
        }
    }
}
