package org.inkseal.report;

import java.util.Map;
import java.util.Optional;

/**
 * What one assertion, or one property of the metadata, says about the uses of a picture.
 *
 * @param source in which form it is said
 * @param place where in the picture it stands
 * @param state how far it is proven: that of its manifest; {@link ValidationState#NONE} for metadata and for manifests that
 *     were not checked
 * @param signer who signed the manifest; only a name in it until the state is trusted
 * @param created whether the signer states it; what was gathered from others is not the signer's word (C2PA 2.4 §10.2.2)
 * @param manifest the label of the manifest; nothing for metadata
 * @param answers what is said to each use
 * @param terms the terms of a use, where they are given
 * @param offer how the terms can be agreed on, where that is said
 */
public record PermissionStatement(
        PermissionSource source,
        Place place,
        ValidationState state,
        Optional<SignatureSummary> signer,
        boolean created,
        Optional<String> manifest,
        Permissions answers,
        Map<Use, String> terms,
        Optional<Offer> offer) {
    /** Where a statement stands. */
    public enum Place {
        /** In the manifest of this very picture: the active one, or one that the active one is an update of. */
        PICTURE("picture"),
        /** In the manifest of a picture that this one is a changed form of. */
        PARENT("parent"),
        /** In the manifest of something that this picture contains. */
        COMPONENT("component"),
        /** In the manifest of something that was given to what made this picture, and need not be seen in it. */
        INPUT("input"),
        /** In a manifest of the store that nothing leads to. */
        UNREFERENCED("unreferenced"),
        /** In the metadata of the file. */
        METADATA("metadata");

        private final String label;

        Place(String label) {
            this.label = label;
        }

        /** A word for programs. */
        public String label() {
            return label;
        }
    }

    /** Copies the terms. */
    public PermissionStatement {
        terms = Map.copyOf(terms);
    }

    /**
     * Whether what is said to a use counts for this picture.
     *
     * <p>A refusal counts however it is said: signed or not, broken or whole, of the picture or of what can be seen in it.
     * Only what was input of a model is somebody else's work, and its refusal was about that work. An allowance is a grant,
     * so it counts only for the very picture that its giver signed, only where the signer states it, and from a giver whom
     * the caller accepts.
     */
    public boolean counts(Use use, Acceptance acceptance) {
        return switch (answers.to(use)) {
            case SILENT -> false;
            case ALLOWED -> place == Place.PICTURE && created && acceptance.accepts(this);
            case CONSTRAINED, NOT_ALLOWED -> place != Place.INPUT;
        };
    }
}
