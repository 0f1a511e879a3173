/** Reports as crJSON, the form in which the C2PA conformance program compares verifiers. */
@NullMarked
package org.inkseal.crjson;

import org.jspecify.annotations.NullMarked;
