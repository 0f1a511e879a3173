package org.inkseal.assertion;

import java.util.List;
import java.util.Optional;
import org.inkseal.cbor.DictBuilder;
import org.inkseal.cbor.Value;
import org.inkseal.io.MalformedException;

/**
 * Which model made or changed a picture, and how far people watched it ({@code c2pa.ai-disclosure}, C2PA 2.4 §18.28). It
 * goes beside the digital source type of the actions and replaces nothing of it.
 *
 * <p>Read leniently: no rule of validation speaks of its fields, so one that is of another kind counts as absent.
 *
 * @param modelType one of the model types of C2PA 2.4 §18.21, such as {@link #MODEL}; must be there, but may not be in a
 *     file by others
 * @param modelName name of the model for people
 * @param modelIdentifier a URI or package URL of the model
 * @param oversight how far people watched
 * @param fields the assertion as it was read or is to be written
 */
public record AiDisclosure(
        Optional<String> modelType,
        Optional<String> modelName,
        Optional<String> modelIdentifier,
        Optional<Oversight> oversight,
        Value fields)
        implements Assertion {
    /** The label. */
    public static final String LABEL = "c2pa.ai-disclosure";

    /** The type of a model of which no more is said. */
    public static final String MODEL = "c2pa.types.model";

    /** How disclosures are read. */
    public static final AssertionType<AiDisclosure> TYPE = new AssertionType<>(List.of(LABEL), AiDisclosure::read);

    private static final String OVERSIGHT = "humanOversightLevel";

    /** How far people were involved ({@code human-oversight-enum}). */
    public enum Oversight {
        /** Nobody reviewed what the model made. */
        AUTONOMOUS("fully_autonomous"),
        /** Somebody prompted or configured the model, and nobody approved the result. */
        GUIDED("prompt_guided"),
        /** Somebody reviewed and approved the result. */
        VALIDATED("human_validated");

        private final String label;

        Oversight(String label) {
            this.label = label;
        }

        /** The spelling in files. */
        public String label() {
            return label;
        }

        private static Optional<Oversight> of(String label) {
            for (Oversight level : values()) {
                if (level.label.equals(label)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }

        /** A word for it in small letters, such as {@code "guided"}. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A disclosure to be written. */
    public static AiDisclosure of(
            String modelType,
            Optional<String> modelName,
            Optional<String> modelIdentifier,
            Optional<Oversight> oversight) {
        DictBuilder fields = Value.dict()
                .put("modelType", modelType)
                .putIfPresent("modelName", modelName)
                .putIfPresent("modelIdentifier", modelIdentifier);
        oversight.ifPresent(level -> fields.put(
                "contentProfile", Value.dict().put(OVERSIGHT, level.label()).build()));
        return new AiDisclosure(Optional.of(modelType), modelName, modelIdentifier, oversight, fields.build());
    }

    private static AiDisclosure read(String label, Content content) throws MalformedException {
        Value map = Fields.map(content);
        return new AiDisclosure(
                map.get("modelType").flatMap(Value::asText),
                map.get("modelName").flatMap(Value::asText),
                map.get("modelIdentifier").flatMap(Value::asText),
                map.get("contentProfile")
                        .flatMap(profile -> profile.get(OVERSIGHT))
                        .flatMap(Value::asText)
                        .flatMap(Oversight::of),
                map);
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Content content() {
        return new Content.Cbor(fields);
    }
}
