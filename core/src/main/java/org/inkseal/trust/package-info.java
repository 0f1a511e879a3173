/**
 * Who signed and when: X.509 certificates, the paths between them and trust anchors, and RFC 3161 time-stamps. Also
 * makes and keeps the credential of an artist who signs alone.
 *
 * <p>Nothing here knows manifests, and nothing here opens a connection. Certificates, tokens and settings are read
 * strictly; what cannot be read is a {@link org.inkseal.io.MalformedException} if it came from a picture and an
 * {@link java.lang.IllegalArgumentException} if it came from the caller.
 */
@NullMarked
package org.inkseal.trust;

import org.jspecify.annotations.NullMarked;
