package org.inkseal.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inkseal.cbor.Value;

/**
 * The signals that the C2PA conformance program derives from one manifest (asset rubrics 1.0 of August 2026, local
 * signals). They say what a manifest states, not whether it is true or valid, and nothing of its ingredients.
 */
public enum Signal {
    /** Begun as a blank canvas. */
    BLANK_CANVAS("inception:signal_blankCanvas", "Blank Canvas"),
    /** Taken with a camera. */
    CAPTURED_MEDIA("inception:signal_capturedMedia", "Captured Media"),
    /** Put together from captures. */
    CAPTURED_MEDIA_STITCHED("inception:signal_capturedMediaStitched", "Stitched Captured Media"),
    /** Put together from parts of any kind. */
    COMPOSITION_MAY_CONTAIN_GEN_AI(
            "inception:signal_compositionMayContainGenAI", "Composition which may contain GenAI content"),
    /** Made by a generative model. */
    FULLY_GEN_AI_MEDIA("inception:signal_fullyGenAIMedia", "Fully GenAI Media"),
    /** Made on top of something that came without a credential. */
    MEDIA_UNKNOWN_PROVENANCE("inception:signal_mediaUnknownProvenance", "Media of Unknown Provenance"),
    /** Made with digital tools and no generative model. */
    NON_GEN_AI_DIGITAL_CREATION("inception:signal_nonGenAIDigitalCreation", "Non-GenAI digital creation"),
    /** Made in part by a generative model. */
    PARTLY_GEN_AI_CREATION("inception:signal_partlyGenAICreation", "Partly GenAI Creation"),
    /** Taken of a screen. */
    SCREEN_CAPTURE_MAY_CONTAIN_GEN_AI(
            "inception:signal_screenCaptureMayContainGenAI", "Screen Capture Which May Contain GenAI Content"),
    /** Actions are missing, incomplete, of somebody's own or not the signer's. */
    AMBIGUOUS_ACTIONS("transformation:signal_ambiguousActions", "ambiguous actions"),
    /** Changed in ways that leave the content. */
    NON_EDITORIAL("transformation:signal_nonEditorial", "Non-editorial Transformations"),
    /** Changed visibly by a generative model. */
    PERCEPTIBLE_GEN_AI("transformation:signal_perceptibleGenAI", "Perceptible GenAI Transformations"),
    /** Changed visibly and not by a generative model. */
    PERCEPTIBLE_NON_GEN_AI("transformation:signal_perceptibleNonGenAI", "Perceptible Non-GenAI Transformations"),
    /** Changed visibly, perhaps by a generative model. */
    PERCEPTIBLE_POSSIBLY_GEN_AI(
            "transformation:signal_perceptiblePossiblyGenAI", "Perceptible Transformations Possibly Using GenAI");

    private static final String ACTIONS = "c2pa.actions.v2";
    private static final String STANDARD = "c2pa.";

    private final String id;
    private final String title;

    Signal(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name in the rubric, such as {@code "inception:signal_blankCanvas"}. */
    public String id() {
        return id;
    }

    /** The rubric's words for a person. */
    public String title() {
        return title;
    }

    /**
     * The signals of one manifest, in the order of the rubric. Only the first actions and the first ingredient assertion
     * count, as the rubric has it.
     */
    public static Set<Signal> of(ManifestSummary manifest) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        Optional<Value> assertion = data(manifest, ACTIONS);
        List<Value> actions = assertion
                .flatMap(data -> data.get("actions"))
                .flatMap(Value::asArray)
                .orElse(List.of());
        boolean complete = assertion
                .flatMap(data -> data.get("allActionsIncluded"))
                .flatMap(Value::asBool)
                .orElse(false);
        if (actions.isEmpty() || !complete || gathersActions(manifest)) {
            signals.add(AMBIGUOUS_ACTIONS);
        }
        for (Value action : actions) {
            action.get("action").flatMap(Value::asText).ifPresent(name -> signals.addAll(of(name, action)));
        }
        Optional<Value> ingredient = data(manifest, "c2pa.ingredient.v3");
        if (ingredient.isPresent() && ingredient.get().get("activeManifest").isEmpty()) {
            signals.add(MEDIA_UNKNOWN_PROVENANCE);
        }
        return signals;
    }

    private static Set<Signal> of(String name, Value action) {
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        String source = action.get("digitalSourceType").flatMap(Value::asText).orElse("");
        if (!name.startsWith(STANDARD) || name.equals("c2pa.unknown")) {
            signals.add(AMBIGUOUS_ACTIONS);
        }
        if (name.equals("c2pa.created") || name.equals("c2pa.opened")) {
            inception(source).ifPresent(signals::add);
        } else if (isNonEditorial(name)) {
            signals.add(NON_EDITORIAL);
        } else if (!source.isEmpty()) {
            signals.addAll(perceptible(source));
        }
        return signals;
    }

    private static Optional<Signal> inception(String source) {
        return Optional.ofNullable(
                switch (source) {
                    case "http://c2pa.org/digitalsourcetype/empty" -> BLANK_CANVAS;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                            "http://cv.iptc.org/newscodes/digitalsourcetype/computationalCapture" -> CAPTURED_MEDIA;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture" -> CAPTURED_MEDIA_STITCHED;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/composite" -> COMPOSITION_MAY_CONTAIN_GEN_AI;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" -> FULLY_GEN_AI_MEDIA;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation" ->
                        NON_GEN_AI_DIGITAL_CREATION;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia" ->
                        PARTLY_GEN_AI_CREATION;
                    case "http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture" ->
                        SCREEN_CAPTURE_MAY_CONTAIN_GEN_AI;
                    default -> null;
                });
    }

    private static boolean isNonEditorial(String name) {
        return switch (name) {
            case "c2pa.converted",
                    "c2pa.published",
                    "c2pa.repackaged",
                    "c2pa.transcoded",
                    "c2pa.resized.proportional",
                    "c2pa.enhanced",
                    "c2pa.edited.metadata",
                    "c2pa.watermarked",
                    "c2pa.watermarked.bound",
                    "c2pa.watermarked.unbound",
                    "c2pa.redacted" -> true;
            default -> false;
        };
    }

    private static Set<Signal> perceptible(String source) {
        return switch (source) {
            case "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
                    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic",
                    "http://c2pa.org/digitalsourcetype/trainedAlgorithmicData" -> EnumSet.of(PERCEPTIBLE_GEN_AI);
            case "http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt",
                    "http://cv.iptc.org/newscodes/digitalsourcetype/composite" ->
                EnumSet.of(PERCEPTIBLE_NON_GEN_AI, PERCEPTIBLE_POSSIBLY_GEN_AI);
            default -> EnumSet.of(PERCEPTIBLE_NON_GEN_AI);
        };
    }

    private static boolean gathersActions(ManifestSummary manifest) {
        return manifest.claimVersion() > 1
                && manifest.claim().get("gathered_assertions").flatMap(Value::asArray).orElse(List.of()).stream()
                        .anyMatch(reference -> reference
                                .get("url")
                                .flatMap(Value::asText)
                                .filter(url -> url.contains("c2pa.actions"))
                                .isPresent());
    }

    private static Optional<Value> data(ManifestSummary manifest, String label) {
        return manifest.assertions().stream()
                .filter(assertion -> assertion.label().equals(label))
                .findFirst()
                .flatMap(AssertionSummary::data);
    }
}
