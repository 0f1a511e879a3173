package org.inkseal.report;

/** Where a statement about the uses of a picture can stand. */
public enum PermissionSource {
    /** The assertion of CAWG training and data mining 1.0 and 1.1. */
    CAWG_TRAINING_MINING("cawg.training-mining", false),
    /** The assertion before it, of C2PA 1.x. */
    C2PA_TRAINING_MINING("c2pa.training-mining", false);

    private final String label;
    private final boolean metadata;

    PermissionSource(String label, boolean metadata) {
        this.label = label;
        this.metadata = metadata;
    }

    /** The label of the assertion, or the name of the property with its usual prefix. */
    public String label() {
        return label;
    }

    /** Whether it stands in the metadata of the file, where anybody can write, and not in a manifest. */
    public boolean isMetadata() {
        return metadata;
    }
}
