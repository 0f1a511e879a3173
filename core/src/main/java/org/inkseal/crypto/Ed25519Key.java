package org.inkseal.crypto;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.inkseal.crypto.VerificationKey.Kind;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;

/** A point on edwards25519 (RFC 8032 §5.1.5) that does not lie in the small subgroup. */
record Ed25519Key(Ed25519PublicKeyParameters point) implements KeyMaterial {
    static Ed25519Key read(byte[] point) throws MalformedException {
        if (point.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new MalformedException(0, "an Ed25519 key of " + point.length + " bytes: exactly 32 are allowed");
        }
        try {
            // Under a key of small order one signature fits every message.
            return new Ed25519Key(new Ed25519PublicKeyParameters(point));
        } catch (RuntimeException e) {
            throw new MalformedException(0, "not a point of Ed25519, or one of small order");
        }
    }

    @Override
    public Kind kind() {
        return Kind.ED25519;
    }

    @Override
    public int signatureLength() {
        return Ed25519.SIGNATURE_SIZE;
    }

    @Override
    public boolean fits(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.ED25519;
    }

    @Override
    public boolean verify(SignatureAlgorithm algorithm, Bytes message, Bytes signature) {
        if (signature.length() != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        byte[] text = message.toArray();
        return point.verify(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature.toArray(), 0);
    }
}
