package org.inkseal.rights;

import java.util.Optional;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;

/** The terms of PLUS for data mining that say what permissions say (PLUS LDF, {@code plus:DataMining}). */
public enum DataMining {
    /** Data mining is allowed. */
    ALLOWED("DMI-ALLOWED"),
    /** Training of generative models is not. */
    NO_GENERATIVE_TRAINING("DMI-PROHIBITED-GENAIMLTRAINING"),
    /** Training is not. */
    NO_TRAINING("DMI-PROHIBITED-AIMLTRAINING"),
    /** No data mining is. */
    PROHIBITED("DMI-PROHIBITED");

    private static final String VOCABULARY = "http://ns.useplus.org/ldf/vocab/";

    private final String term;

    DataMining(String term) {
        this.term = term;
    }

    /** The full URI. */
    public String uri() {
        return VOCABULARY + term;
    }

    /**
     * The term that says the same, or the next one that is more restrictive: no term allows what was not allowed.
     *
     * @return empty if nothing was forbidden and not everything allowed, for which there is no term
     */
    public static Optional<DataMining> of(Permissions permissions) {
        if (forbids(permissions, Use.DATA_MINING) || forbids(permissions, Use.AI_INFERENCE)) {
            return Optional.of(PROHIBITED);
        }
        if (forbids(permissions, Use.AI_TRAINING)) {
            return Optional.of(NO_TRAINING);
        }
        if (forbids(permissions, Use.AI_GENERATIVE_TRAINING)) {
            return Optional.of(NO_GENERATIVE_TRAINING);
        }
        boolean all = permissions.answers().values().stream().allMatch(answer -> answer == Permission.ALLOWED);
        return all ? Optional.of(ALLOWED) : Optional.empty();
    }

    /** Terms without the terms at hand are a no (CAWG training and data mining 1.1). */
    private static boolean forbids(Permissions permissions, Use use) {
        return permissions.to(use).compareTo(Permission.CONSTRAINED) >= 0;
    }
}
