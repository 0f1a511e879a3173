package org.inkseal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.inkseal.crjson.CrJson;
import org.inkseal.io.ByteSource;
import org.inkseal.report.Acceptance;
import org.inkseal.report.Report;
import org.inkseal.sign.Signer;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;

/**
 * Where to begin: checks and signs the Content Credentials of pictures.
 *
 * <pre>{@code
 * Report report = Credentials.check(Path.of("photo.jpg"), TrustSettings.none().withAnchors(pem));
 * if (report.state().isValid()) {
 *     System.out.println(report.origin());
 * }
 *
 * Declaration mine = Declaration.of(DigitalSourceType.DIGITAL_CREATION)
 *         .permitting(Permissions.all(Permission.NOT_ALLOWED));
 * Credentials.sign(signer).write(Path.of("painting.png"), Path.of("painting.signed.png"), mine, Progress.NONE);
 * }</pre>
 *
 * <p>Whoever builds a data set asks for a yes, and says from whom one counts: {@link Acceptance#TRUSTED}, or {@link
 * Acceptance#trustedOr} with the keys of those with whom there is an agreement. Refusals count without being asked for.
 *
 * <pre>{@code
 * Acceptance partners = Acceptance.trustedOr(keysOfOurContributors);
 * Answer answer = Credentials.check(file, trust).permissions().to(Use.AI_GENERATIVE_TRAINING, partners);
 * if (answer.isYes()) {
 *     keep(file);
 * } else if (answer.permission() == Permission.CONSTRAINED) {
 *     answer.because().forEach(statement -> statement.offer().ifPresent(offers::add));
 * }
 * }</pre>
 */
public final class Credentials {
    private Credentials() {}

    /**
     * Checks a file against the present time.
     *
     * @param trust whom to trust; {@link TrustSettings#none()} for nobody
     * @throws IOException if it cannot be read or is of no format that inkseal knows
     */
    public static Report check(Path file, TrustSettings trust) throws IOException {
        return verifier(trust).verify(file);
    }

    /**
     * Checks a picture against the present time.
     *
     * @param trust whom to trust; {@link TrustSettings#none()} for nobody
     * @throws IOException if it cannot be read or is of no format that inkseal knows
     */
    public static Report check(ByteSource source, TrustSettings trust) throws IOException {
        return verifier(trust).verify(source);
    }

    /** A verifier for many pictures that takes the present for now. */
    public static Verifier verifier(TrustSettings trust) {
        return Verifier.at(Instant.now()).trusting(trust);
    }

    /** A report as crJSON, the form that the C2PA conformance program asks verifiers for. */
    public static String crJson(Report report) {
        return CrJson.write(report, "inkseal", Version.current());
    }

    /** Begins to say what is to be signed. */
    public static Signing sign(Signer signer) {
        return new Signing(signer);
    }
}
