/**
 * CBOR and JSON as typed values: {@link org.inkseal.cbor.Value} keeps what data binding loses (integer and text keys
 * apart, tags, byte strings, the order of keys).
 *
 * <p>Readers are lenient about encoding and strict about meaning: any well-formed CBOR is read, duplicate keys and
 * trailing bytes are refused. Writers are deterministic (RFC 8949 §4.2.1). The only package that knows Jackson, of
 * which it uses the streaming tokens.
 */
@NullMarked
package org.inkseal.cbor;

import org.jspecify.annotations.NullMarked;
