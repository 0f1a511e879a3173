package org.inkseal.report;

import java.util.Optional;

/**
 * How a picture came to be: the terms of the IPTC vocabulary for digital source types that C2PA uses (C2PA 2.4 §18.15.4.5)
 * and its two additions.
 */
public enum DigitalSourceType {
    /** Taken with a camera. */
    DIGITAL_CAPTURE("digitalCapture", Maker.HUMAN, "captured with a camera or scanner"),
    /** Merged by a camera from several captures without a generative model. */
    COMPUTATIONAL_CAPTURE("computationalCapture", Maker.HUMAN, "captured with a camera that merged several frames"),
    /** Digitised from a negative. */
    NEGATIVE_FILM("negativeFilm", Maker.HUMAN, "digitised from a film negative"),
    /** Digitised from a positive. */
    POSITIVE_FILM("positiveFilm", Maker.HUMAN, "digitised from a film positive"),
    /** Digitised from a print. */
    PRINT("print", Maker.HUMAN, "digitised from a print"),
    /** Changed by a person without a generative model. */
    HUMAN_EDITS("humanEdits", Maker.HUMAN, "edited by a person, without generative AI"),
    /** Changed in part by a generative model. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA(
            "compositeWithTrainedAlgorithmicMedia", Maker.MODEL_IN_PART, "edited with generative AI"),
    /** Corrected by an algorithm that leaves the content. */
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced", Maker.HUMAN, "enhanced by an algorithm"),
    /** Made by a person with digital tools and no generative model. */
    DIGITAL_CREATION("digitalCreation", Maker.HUMAN, "made by a person with digital tools, without generative AI"),
    /** Drawn from data. */
    DATA_DRIVEN_MEDIA("dataDrivenMedia", Maker.ALGORITHM, "drawn from data"),
    /** Made by a generative model. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", Maker.MODEL, "made by generative AI"),
    /** Made by an algorithm that was not trained. */
    ALGORITHMIC_MEDIA("algorithmicMedia", Maker.ALGORITHM, "made by an algorithm that was not trained"),
    /** Taken of a screen. */
    SCREEN_CAPTURE("screenCapture", Maker.UNKNOWN, "captured from a screen, which may have shown anything"),
    /** Recorded of a virtual event. */
    VIRTUAL_RECORDING("virtualRecording", Maker.UNKNOWN, "recorded of a virtual event"),
    /** Put together from parts of any kind. */
    COMPOSITE("composite", Maker.UNKNOWN, "put together from parts, which may include generative AI"),
    /** Put together from captures. */
    COMPOSITE_CAPTURE("compositeCapture", Maker.HUMAN, "put together from captures"),
    /** Put together from parts of which a model made at least one. */
    COMPOSITE_SYNTHETIC(
            "compositeSynthetic", Maker.MODEL_IN_PART, "put together from parts, some made by generative AI"),
    /** Retired: minor corrections by a person. */
    MINOR_HUMAN_EDITS("minorHumanEdits", Maker.HUMAN, "edited slightly by a person"),
    /** Retired: art made with digital tools, which may include generative ones. */
    DIGITAL_ART("digitalArt", Maker.UNKNOWN, "digital art, which may include generative AI"),
    /** Retired: made with software. */
    SOFTWARE_IMAGE("softwareImage", Maker.UNKNOWN, "made with software"),
    /** C2PA: begun without content. */
    EMPTY("empty", Maker.UNKNOWN, "begun as a blank canvas"),
    /** C2PA: output of a model that is data. */
    TRAINED_ALGORITHMIC_DATA("trainedAlgorithmicData", Maker.MODEL, "data made by generative AI");

    /** Who made a picture of a source type. */
    public enum Maker {
        /** A person, perhaps with a camera. */
        HUMAN,
        /** A trained model. */
        MODEL,
        /** A person and a trained model. */
        MODEL_IN_PART,
        /** An algorithm that was not trained. */
        ALGORITHM,
        /** The term leaves it open. */
        UNKNOWN
    }

    private static final String IPTC = "cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String C2PA = "c2pa.org/digitalsourcetype/";

    private final String term;
    private final Maker maker;
    private final String phrase;

    DigitalSourceType(String term, Maker maker, String phrase) {
        this.term = term;
        this.maker = maker;
        this.phrase = phrase;
    }

    /**
     * The type that a file names. As found in the wild, {@code https} counts like {@code http} and a bare term like the
     * full URI.
     */
    public static Optional<DigitalSourceType> of(String text) {
        String rest = text;
        for (String prefix : new String[] {"https://", "http://", IPTC, C2PA, "c2pa."}) {
            if (rest.startsWith(prefix)) {
                rest = rest.substring(prefix.length());
            }
        }
        for (DigitalSourceType type : values()) {
            if (type.term.equals(rest)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The full URI as it is written into files. */
    public String uri() {
        return "http://" + (this == EMPTY || this == TRAINED_ALGORITHMIC_DATA ? C2PA : IPTC) + term;
    }

    /** The last part of the URI, such as {@code "digitalCreation"}. */
    public String term() {
        return term;
    }

    /** Who made a picture of this type. */
    public Maker maker() {
        return maker;
    }

    /** Plain words that could follow "The picture was". */
    public String phrase() {
        return phrase;
    }
}
