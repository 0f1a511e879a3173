package org.inkseal.rights;

import java.util.List;
import org.inkseal.report.PermissionStatement;
import org.inkseal.xmp.Xmp;

/** One way to say in XMP what a picture may be used for. */
@FunctionalInterface
interface RightsVocabulary {
    /** What is said in this way; nothing where nothing is. */
    List<PermissionStatement> read(Xmp xmp);
}
