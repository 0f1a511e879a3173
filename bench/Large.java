import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.Signing;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.PemSigner;
import org.inkseal.trust.TrustSettings;

/**
 * Does what it is told on standard input, one line at a time, and answers with the milliseconds that it took, on
 * the clock and of the processors:
 *
 * <pre>
 * verify FILE
 * sign FILE TARGET
 * </pre>
 *
 * <p>Arguments: key, certificate and root in PEM. large.mjs starts it beside its counterpart, large-peer.mjs.
 */
public final class Large {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final TrustSettings trust;
    private final Signing signing;

    private Large(Path key, Path certificate, Path root) throws Exception {
        trust = TrustSettings.none().withAnchors(Files.readString(root));
        signing = Credentials.sign(PemSigner.open(key, certificate, Optional.empty())).trusting(trust);
    }

    /** Answers until there is no more input. */
    public static void main(String[] args) throws Exception {
        Large harness = new Large(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split("\t");
            long start = System.nanoTime();
            long spent = SYSTEM.getProcessCpuTime();
            harness.obey(words);
            double took = (System.nanoTime() - start) / 1e6;
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", took, (SYSTEM.getProcessCpuTime() - spent) / 1e6);
            System.out.flush();
        }
    }

    private void obey(String[] words) throws Exception {
        switch (words[0]) {
            case "verify" -> {
                ValidationState state = Credentials.check(Path.of(words[1]), trust).state();
                if (state != ValidationState.TRUSTED) {
                    throw new IOException(words[1] + ": " + state);
                }
            }
            // A picture that does not pass the check of its own signer is not written.
            case "sign" -> signing.write(
                    Path.of(words[1]),
                    Path.of(words[2]),
                    Declaration.of(DigitalSourceType.DIGITAL_CREATION),
                    Progress.NONE);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}
