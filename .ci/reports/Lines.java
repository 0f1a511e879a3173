import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.inkseal.Credentials;
import org.inkseal.report.ManifestSummary;
import org.inkseal.report.Report;
import org.inkseal.report.Signal;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.UnsupportedFormatException;
import org.inkseal.verify.Verifier;

/**
 * Lines TIME SIGNERS TSAS: for each path on standard input one line: crJSON, a tab, and the signals of its manifests in
 * the order of the crJSON, as JSON, with the credential beside the file if there is one; or an empty line for a file of another format. "-" stands for no list.
 */
class Lines {
    public static void main(String[] args) throws IOException {
        TrustSettings trust = TrustSettings.none();
        trust = args[1].equals("-") ? trust : trust.withAnchors(Files.readString(Path.of(args[1])));
        trust = args[2].equals("-") ? trust : trust.withTimeStampAnchors(Files.readString(Path.of(args[2])));
        Verifier verifier = Verifier.at(Instant.parse(args[0])).trusting(trust);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = in.readLine(); file != null; file = in.readLine()) {
            try {
                Path beside = Path.of(file + ".c2pa");
                Report report = Files.exists(beside)
                        ? verifier.verify(Path.of(file), beside)
                        : verifier.verify(Path.of(file));
                out.println(Credentials.crJson(report).replace('\n', ' ') + "\t" + signals(report));
            } catch (UnsupportedFormatException e) {
                out.println();
            }
        }
        out.flush();
    }

    private static String signals(Report report) {
        List<ManifestSummary> manifests = new ArrayList<>(report.manifests());
        Collections.reverse(manifests);
        return manifests.stream()
                .map(manifest -> Signal.of(manifest).stream()
                        .map(signal -> '"' + signal.id() + '"')
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
