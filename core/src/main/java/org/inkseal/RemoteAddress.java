package org.inkseal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.Layout;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.SigningException;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpPacket;
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
     * What a picture looks like without a store and with an address.
     *
     * @throws SigningException if its XMP packet cannot be changed, or the format has none
     */
    static Layout layout(ByteSource picture, AssetMap map, URI url) throws IOException, SigningException {
        try {
            Optional<Bytes> packet =
                    map.format().carriedXmp(picture, map, Budget.standard()).packet();
            String address = url.toASCIIString();
            Bytes changed = packet.isPresent()
                    ? XmpPacket.with(packet.get(), XmpName.PROVENANCE, address)
                    : XmpPacket.of(XmpName.PROVENANCE, address);
            if (!XmpProvenance.find(changed).equals(Optional.of(address))) {
                throw new SigningException("the XMP of the picture names another place of a credential, which stays");
            }
            return map.format().withXmp(picture, map, changed);
        } catch (MalformedException e) {
            throw new SigningException("the XMP of the picture cannot be changed: " + e.describe(), e);
        } catch (IllegalArgumentException e) {
            throw new SigningException(String.valueOf(e.getMessage()), e);
        }
    }
}
