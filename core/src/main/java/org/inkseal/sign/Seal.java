package org.inkseal.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.ImmovableException;
import org.inkseal.asset.Layout;
import org.inkseal.cose.CoseDraft;
import org.inkseal.crypto.VerificationKey;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.manifest.SettledManifest;
import org.inkseal.trust.Certificate;

/**
 * Writes a signed file in one pass over the picture: everything but the store is copied and hashed at once, then the
 * claim is signed, and the store is put into the slot that was left for it. Needs memory for the store and one buffer.
 */
public final class Seal {
    private final Signer signer;

    /** Seals with a signer. */
    public Seal(Signer signer) {
        this.signer = signer;
    }

    /**
     * Writes the signed form of a picture.
     *
     * @param map the structure of {@code source}; a store that it has is replaced
     * @param out an empty file
     * @throws SigningException if the signer gives no signature that fits its own certificate
     */
    public void write(ByteSource source, AssetMap map, ManifestDraft draft, FileChannel out, Progress progress)
            throws IOException, SigningException {
        AssetFormat format = map.format();
        Binding binding = Binding.of(map, draft.algorithm());
        SettledManifest settled = draft.settle(
                new CoseDraft(signer.algorithm(), signer.certificates()), signer.signatureLength(), binding.draft());
        Layout layout = layout(map, settled.storeLength());
        Binding.Hashing hashing = binding.over(layout);
        layout.copyAndHash(source, out, hashing, progress);
        SettledManifest.Unsigned unsigned = settled.bind(hashing.assertion());
        Bytes store = unsigned.sign(sign(unsigned.toBeSigned()));
        layout.fill(out, format.frame(map, store));
    }

    private static Layout layout(AssetMap map, long storeLength) throws SigningException {
        try {
            return map.format().layout(map, storeLength);
        } catch (ImmovableException e) {
            throw new SigningException("the file cannot take a credential: " + e.getMessage(), e);
        }
    }

    private Bytes sign(Bytes message) throws SigningException {
        Bytes signature = signer.sign(message);
        try {
            VerificationKey key =
                    Certificate.parse(signer.certificates().get(0)).key();
            if (!key.fits(signer.algorithm()) || !key.verify(signer.algorithm(), message, signature)) {
                throw new SigningException("the signature does not fit the signer's own certificate: wrong key?");
            }
        } catch (MalformedException e) {
            throw new SigningException("the signer's certificate cannot be used: " + e.getMessage(), e);
        }
        return signature;
    }
}
