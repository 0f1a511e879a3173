package org.inkseal.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.Assertion;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetMap;
import org.inkseal.asset.HashedRanges;
import org.inkseal.asset.ImmovableException;
import org.inkseal.asset.Layout;
import org.inkseal.cose.CoseDraft;
import org.inkseal.io.ByteSource;
import org.inkseal.io.Bytes;
import org.inkseal.io.Progress;
import org.inkseal.manifest.ManifestDraft;
import org.inkseal.manifest.SettledManifest;

/**
 * Writes a signed file in one pass over the picture: everything but the store is copied and hashed at once, then the
 * claim is signed, and the store is put into the slot that was left for it. Needs memory for the store and one buffer.
 */
public final class Seal {
    private final ClaimSigner signer;
    private final HardBinding kind;
    private final Optional<NamedActor> actor;

    /** Seals with a signer. */
    public Seal(Signer signer) {
        this(signer, Optional.empty(), Optional.empty(), HardBinding.USUAL, Optional.empty());
    }

    /**
     * Seals with a signer and more about the signature.
     *
     * @param stamping who says when it was made
     * @param revocation who says that the certificate is good
     * @param kind how pictures are bound that carry their store
     * @param actor who stands behind the statements; not in update manifests
     */
    public Seal(
            Signer signer,
            Optional<TimeStamping> stamping,
            Optional<RevocationSource> revocation,
            HardBinding kind,
            Optional<NamedActor> actor) {
        this.signer = new ClaimSigner(signer, stamping, revocation);
        this.kind = kind;
        this.actor = actor;
    }

    /**
     * Writes the signed form of a picture.
     *
     * @param map the structure of {@code source}; a store that it has is replaced, by an update manifest in its place
     * @param out an empty file
     * @return why there is no time-stamp, if one was wanted and could be done without
     * @throws IOException if a file cannot be read or written, or a required time-stamp is not to be had
     * @throws SigningException if the signer gives no signature that fits its own certificate, or the picture cannot be
     *     bound in the way that was asked for
     */
    public Optional<String> write(
            ByteSource source, AssetMap map, ManifestDraft draft, FileChannel out, Progress progress)
            throws IOException, SigningException {
        List<Bytes> revocation = signer.revocationResponses();
        int reserve = signer.reserve(revocation);
        // An update has no binding of its own.
        HardBinding wanted = draft.isUpdate() ? HardBinding.USUAL : kind;
        Binding binding = Binding.of(wanted, source, map, draft.algorithm());
        while (true) {
            AssetFormat format = map.format();
            SettledManifest settled = settle(draft, reserve, binding.draft());
            Layout layout = layout(map, draft, settled.storeLength());
            Binding.Hashing hashing = binding.over(layout);
            out.truncate(0);
            layout.copyAndHash(source, out, hashing, progress);
            SettledManifest.Unsigned unsigned = bind(settled, hashing.assertion());
            ClaimSigner.Signature signature = signer.sign(unsigned, revocation);
            int overflow = unsigned.overflow(signature.bytes(), signature.headers());
            if (overflow == 0) {
                Bytes store = unsigned.sign(signature.bytes(), signature.headers());
                layout.fill(out, draft.isUpdate() ? format.frameInPlace(map, store) : format.frame(map, store));
                return signature.withoutTime();
            }
            reserve += overflow + ClaimSigner.SLACK;
        }
    }

    /**
     * Makes the store for a picture that stays as it is.
     *
     * @return the store
     * @throws IOException if the picture cannot be read, or a required time-stamp is not to be had
     * @throws SigningException if the signer gives no signature that fits its own certificate
     */
    public Store apart(ByteSource source, ManifestDraft draft, Progress progress) throws IOException, SigningException {
        List<Bytes> revocation = signer.revocationResponses();
        int reserve = signer.reserve(revocation);
        DataBinding binding = new DataBinding(draft.algorithm(), 1);
        Bytes hash = Bytes.EMPTY;
        while (true) {
            SettledManifest settled = settle(
                    draft,
                    reserve,
                    binding.whole(Bytes.wrap(new byte[draft.algorithm().length()])));
            if (hash.length() == 0) {
                HashedRanges all = HashedRanges.allBut(source.size(), List.of());
                hash = all.hash(source, draft.algorithm().digest(), progress);
            }
            SettledManifest.Unsigned unsigned = bind(settled, binding.whole(hash));
            ClaimSigner.Signature signature = signer.sign(unsigned, revocation);
            int overflow = unsigned.overflow(signature.bytes(), signature.headers());
            if (overflow == 0) {
                Bytes store = unsigned.sign(signature.bytes(), signature.headers());
                return new Store(store, signature.withoutTime());
            }
            reserve += overflow + ClaimSigner.SLACK;
        }
    }

    /**
     * A store that stands beside its picture.
     *
     * @param bytes the store
     * @param withoutTime why there is no time-stamp, if one was wanted and could be done without
     */
    public record Store(Bytes bytes, Optional<String> withoutTime) {}

    private static Layout layout(AssetMap map, ManifestDraft draft, long storeLength) throws SigningException {
        try {
            return draft.isUpdate()
                    ? map.format().layoutInPlace(map, storeLength)
                    : map.format().layout(map, storeLength);
        } catch (ImmovableException e) {
            throw new SigningException("the file cannot take a credential: " + e.getMessage(), e);
        }
    }

    private SettledManifest settle(ManifestDraft draft, int reserve, Assertion binding) {
        CoseDraft cose =
                new CoseDraft(signer.signer().algorithm(), signer.signer().certificates());
        return draft.settle(cose, signer.signer().signatureLength(), reserve, binding, actor.map(NamedActor::holder));
    }

    private SettledManifest.Unsigned bind(SettledManifest settled, Assertion binding) throws SigningException {
        Optional<Bytes> message = settled.identityToBeSigned(binding);
        Optional<Bytes> signature =
                message.isPresent() ? Optional.of(actor.orElseThrow().sign(message.get())) : Optional.empty();
        return settled.bind(binding, signature);
    }
}
