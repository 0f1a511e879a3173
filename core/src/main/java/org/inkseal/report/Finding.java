package org.inkseal.report;

/**
 * What one check found.
 *
 * @param code the status code, which says whether this is a success
 * @param uri the absolute JUMBF URI of what was checked, such as {@code self#jumbf=/c2pa/…/c2pa.signature}
 * @param explanation what was seen, for a person; text from the file in it is not escaped
 */
public record Finding(StatusCode code, String uri, String explanation) {
    /** Whether this is a failure. */
    public boolean isFailure() {
        return code.kind() == StatusCode.Kind.FAILURE;
    }
}
