package org.inkseal.verify;

import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.assertion.AssertionTypes;
import org.inkseal.assertion.Content;
import org.inkseal.io.MalformedException;
import org.inkseal.jumbf.JumbfUri;
import org.inkseal.jumbf.Label;
import org.inkseal.jumbf.SuperBox;
import org.inkseal.manifest.Manifest;

/** Reading an assertion out of the turn of its manifest, to see what it is; its own turn tells what is wrong with it. */
final class StoredAssertion {
    private StoredAssertion() {}

    /** The assertion in a box; nothing when it cannot be read. */
    static Optional<Assertion> read(Verification verification, SuperBox box) {
        String base = box.label().map(label -> Label.parse(label).base()).orElse("");
        try {
            return Optional.of(AssertionTypes.read(base, Content.read(box, verification.budget())));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** The assertion of a manifest that an absolute URI names; nothing when there is none that can be read. */
    static Optional<Assertion> read(Verification verification, Manifest manifest, JumbfUri uri) {
        return verification.store().resolve(uri, manifest.label()).flatMap(box -> read(verification, box));
    }
}
