package org.inkseal.report;

/** Where the manifest store came from that a report speaks of. */
public enum StoreOrigin {
    /** There is no store, or none could be had. */
    NONE("none"),
    /** The picture carries it. */
    EMBEDDED("embedded"),
    /** Whoever asked handed it over, for example from a file beside the picture. */
    SIDECAR("sidecar"),
    /** It was fetched from the address that the picture names. */
    REMOTE("remote");

    private final String label;

    StoreOrigin(String label) {
        this.label = label;
    }

    /** The word for it in JSON. */
    public String label() {
        return label;
    }
}
