package org.inkseal.assertion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inkseal.io.MalformedException;

/** Every kind of assertion that inkseal understands. */
public final class AssertionTypes {
    private static final List<AssertionType<?>> ALL = List.of(
            Actions.TYPE,
            AiDisclosure.TYPE,
            BmffHash.TYPE,
            BoxesHash.TYPE,
            CertificateStatus.TYPE,
            DataHash.TYPE,
            Identity.TYPE,
            Ingredient.TYPE,
            LicenseOffer.TYPE,
            MultiAssetHash.TYPE,
            SoftBinding.TYPE,
            Thumbnail.TYPE,
            TimeStamps.TYPE,
            TrainingMining.TYPE);

    private static final Map<String, AssertionType<?>> BY_LABEL = new HashMap<>();

    static {
        for (AssertionType<?> type : ALL) {
            type.labels().forEach(label -> BY_LABEL.put(label, type));
        }
    }

    private AssertionTypes() {}

    /** The kinds in no particular order. */
    public static List<AssertionType<?>> all() {
        return ALL;
    }

    /**
     * Reads an assertion; one of an unknown label becomes {@link Unknown}. The hash of a part of a file is read like that of
     * a whole one (C2PA 2.4 §18.9.2).
     *
     * @param label its label without instance
     * @throws MalformedException if the label is known and the content breaks its schema
     */
    public static Assertion read(String label, Content content) throws MalformedException {
        String kind = kind(label);
        AssertionType<?> type = BY_LABEL.get(kind);
        if (type == null) {
            return new Unknown(label, content);
        }
        return type.reader().read(kind, content);
    }

    /** The label of the kind that an assertion is of: that of a whole file for the hash of a part of one. */
    public static String kind(String label) {
        boolean part = label.startsWith("c2pa.hash.") && label.endsWith(MultiAssetHash.PART);
        return part ? label.substring(0, label.length() - MultiAssetHash.PART.length()) : label;
    }
}
