package org.inkseal.trust;

/**
 * What one response means for one certificate.
 *
 * @param status the meaning
 * @param explanation what was seen, for a person
 */
public record OcspVerdict(Status status, String explanation) {
    /** The meanings, the one that overrides the others first. */
    public enum Status {
        /** The certificate was revoked at the time that counts. */
        REVOKED,
        /** The certificate was not revoked at the time that counts. */
        NOT_REVOKED,
        /** The responder does not know the certificate. */
        UNKNOWN,
        /** It says nothing: it is of another certificate, of another time, or of somebody who may not say it. */
        UNUSABLE
    }

    /** The one of two that overrides the other; this one if neither does. */
    public OcspVerdict or(OcspVerdict other) {
        return other.status.compareTo(status) < 0 ? other : this;
    }
}
