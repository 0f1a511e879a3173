package org.inkseal.report;

/** Where a statement about the uses of a picture can stand. */
public enum PermissionSource {
    /** The assertion of CAWG training and data mining 1.0 and 1.1. */
    CAWG_TRAINING_MINING("cawg.training-mining", false),
    /** The assertion before it, of C2PA 1.x. */
    C2PA_TRAINING_MINING("c2pa.training-mining", false),
    /** The vocabulary of PLUS for data mining. */
    PLUS_DATA_MINING("plus:DataMining", true),
    /** A rights expression of the IPTC photo metadata, kept elsewhere. */
    IPTC_LINKED_RIGHTS("Iptc4xmpExt:LinkedEncRightsExpr", true),
    /** A rights expression of the IPTC photo metadata in the file. */
    IPTC_EMBEDDED_RIGHTS("Iptc4xmpExt:EmbdEncRightsExpr", true),
    /** The TDM Reservation Protocol. */
    TDM_RESERVATION("tdm:reservation", true),
    /** Really Simple Licensing 1.0. */
    RSL_LICENSE("rsl:rsl", true);

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
