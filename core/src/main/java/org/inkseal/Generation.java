package org.inkseal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inkseal.assertion.AiDisclosure;
import org.inkseal.assertion.AiDisclosure.Oversight;
import org.inkseal.assertion.SoftBinding;

/**
 * What is said of the work of a generative model on a picture, beside its name and version, which are those of the {@link
 * Declaration.Tool}. A disclosure is written with it (C2PA 2.4 §18.28).
 *
 * @param modelType one of the model types of C2PA 2.4 §18.21
 * @param modelIdentifier a URI or package URL of the model
 * @param oversight how far people were involved
 * @param prompt what the model was told; everybody who gets the picture can read it
 * @param watermarks invisible watermarks that somebody put into the picture before; nobody checks that they are there
 */
public record Generation(
        String modelType,
        Optional<String> modelIdentifier,
        Optional<Oversight> oversight,
        Optional<String> prompt,
        List<SoftBinding> watermarks) {
    /** Copies the list. */
    public Generation {
        watermarks = List.copyOf(watermarks);
    }

    /** Only that there was a model. */
    public static Generation byModel() {
        return new Generation(AiDisclosure.MODEL, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** This with an identifier of the model, such as {@code pkg:huggingface/acme/diffusion@2.1}. */
    public Generation identified(String uri) {
        return new Generation(modelType, Optional.of(uri), oversight, prompt, watermarks);
    }

    /** This with how far people were involved. */
    public Generation overseen(Oversight level) {
        return new Generation(modelType, modelIdentifier, Optional.of(level), prompt, watermarks);
    }

    /** This with the prompt. */
    public Generation prompted(String text) {
        return new Generation(modelType, modelIdentifier, oversight, Optional.of(text), watermarks);
    }

    /** This with one more watermark. */
    public Generation watermarked(SoftBinding watermark) {
        List<SoftBinding> more = new ArrayList<>(watermarks);
        more.add(watermark);
        return new Generation(modelType, modelIdentifier, oversight, prompt, more);
    }
}
