package org.inkseal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.CarriedXmp;
import org.inkseal.asset.ImmovableException;
import org.inkseal.asset.PictureView;
import org.inkseal.io.Budget;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.xmp.Xmp;
import org.inkseal.xmp.XmpName;
import org.inkseal.xmp.XmpPacket;
import org.inkseal.xmp.XmpProperty;

/**
 * What is to change in the XMP of a picture.
 *
 * @param set properties that get these values, whether they had others or none
 * @param gone properties that have none from now on
 */
record XmpChange(List<XmpProperty> set, Set<XmpName> gone) {
    /** Nothing. */
    static final XmpChange NONE = new XmpChange(List.of(), Set.of());

    /** Copies both. */
    XmpChange {
        set = List.copyOf(set);
        gone = Set.copyOf(gone);
    }

    /** The XMP of a picture stays as it is, and why. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }

        RefusedException(String why, Throwable cause) {
            super(why, cause);
        }

        /** Why, in words for a person. */
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** This with one more property. */
    XmpChange with(XmpProperty property) {
        List<XmpProperty> more = new ArrayList<>(set);
        more.add(property);
        return new XmpChange(more, gone);
    }

    /**
     * What a packet becomes, or a new one.
     *
     * @throws RefusedException if the picture has one that cannot be read or changed
     */
    Bytes packetOf(PictureView picture) throws IOException, RefusedException {
        CarriedXmp old = picture.map().format().carriedXmp(picture.source(), picture.map(), Budget.standard());
        if (old.obstacle().isPresent()) {
            throw new RefusedException(old.obstacle().get());
        }
        try {
            return old.packet().isPresent() ? XmpPacket.with(old.packet().get(), set, gone) : XmpPacket.of(set);
        } catch (MalformedException e) {
            throw new RefusedException("XMP packet: " + e.describe(), e);
        }
    }

    /**
     * A picture with this change and without any store.
     *
     * @throws RefusedException if its XMP cannot be changed, or its format carries none
     */
    PictureView in(PictureView picture) throws IOException, RefusedException {
        return in(picture, packetOf(picture));
    }

    /**
     * A picture with this change, or as it is.
     *
     * @param picture the picture
     * @param refusal why it is as it was
     */
    record Attempt(PictureView picture, Optional<String> refusal) {}

    /** A picture with this change and without any store; as it is if there is nothing to change, or that is not possible. */
    Attempt tryIn(PictureView picture) throws IOException {
        if (set.isEmpty() && gone.isEmpty()) {
            return new Attempt(picture, Optional.empty());
        }
        try {
            return new Attempt(in(picture), Optional.empty());
        } catch (RefusedException e) {
            return new Attempt(picture, Optional.of(e.getMessage()));
        }
    }

    /** Whether a picture says just this of these properties. */
    boolean isIn(ByteSource source, AssetMap map) throws IOException {
        Xmp xmp = map.format().xmp(source, map, Budget.standard());
        return xmp.trouble().isEmpty()
                && set.stream().allMatch(property -> xmp.values(property.name()).equals(List.of(property.value())))
                && gone.stream().allMatch(name -> xmp.values(name).isEmpty());
    }

    /** A picture with a packet of {@link #packetOf}. */
    PictureView in(PictureView picture, Bytes packet) throws IOException, RefusedException {
        try {
            return picture.withXmp(packet);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (ImmovableException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (MalformedException e) {
            throw new RefusedException(e.describe(), e);
        }
    }
}
