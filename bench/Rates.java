import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.util.io.pem.PemReader;
import org.inkseal.Credentials;
import org.inkseal.Declaration;
import org.inkseal.Signing;
import org.inkseal.io.OutputOptions;
import org.inkseal.io.Progress;
import org.inkseal.report.DigitalSourceType;
import org.inkseal.report.ValidationState;
import org.inkseal.sign.PemSigner;
import org.inkseal.trust.TrustSettings;
import org.inkseal.verify.Verifier;

/**
 * The library in a process of its own, kept warm. Reads one task a line from standard input and answers with one line:
 * the files of a second, or the seconds of one file. The tasks stand in {@code answer}; {@code rates.mjs} gives them.
 */
public final class Rates {
    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final Path pki;
    private final Path scratch;

    private Rates(Path folder, Path pki, Path scratch) {
        this.folder = folder;
        this.pki = pki;
        this.scratch = scratch;
    }

    /** {@code FOLDER PKI SCRATCH}: signed and unsigned pictures, keys and roots, and where to write. */
    public static void main(String[] arguments) throws Exception {
        Rates bench = new Rates(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String task = tasks.readLine(); task != null; task = tasks.readLine()) {
            System.out.println(bench.answer(task.split(" ")));
        }
    }

    private double answer(String[] task) throws Exception {
        return switch (task[0]) {
            case "limit" -> rate("signed", task, limit());
            case "verify" -> rate("signed", task, check(TrustSettings.none(), ValidationState.VALID));
            case "verify-1" -> rate("signed", task, check(roots("root.pem"), ValidationState.TRUSTED));
            case "verify-60" -> rate("signed", task, check(roots("roots.pem"), ValidationState.TRUSTED));
            case "sign-limit" -> rate("unsigned", task, signLimit());
            case "sign" -> rate("unsigned", task, sign());
            case "hash-file" -> once(file -> digest(file, ByteBuffer.allocateDirect(BUFFER)), Path.of(task[2]));
            case "verify-file" -> once(check(roots("root.pem"), ValidationState.TRUSTED), Path.of(task[2]));
            case "sign-file" -> once(sign(), Path.of(task[2]));
            case "rss" -> peakMemory();
            default -> throw new IllegalArgumentException(task[0]);
        };
    }

    /** What is done with one file. */
    @FunctionalInterface
    private interface Work {
        void on(Path file) throws Exception;
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(kind))) {
            return entries.sorted().toList();
        }
    }

    private TrustSettings roots(String name) throws IOException {
        return TrustSettings.none().withAnchors(Files.readString(pki.resolve(name)));
    }

    /** Files of a second; the task says for how many seconds, and with how many threads if not with one. */
    private double rate(String kind, String[] task, Work work) throws Exception {
        List<Path> files = files(kind);
        double seconds = Double.parseDouble(task[1]);
        int threads = task.length > 2 ? Integer.parseInt(task[2]) : 1;
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        Callable<Integer> loop = () -> {
            int done = 0;
            while (System.nanoTime() < end) {
                work.on(files.get(Math.floorMod(next.getAndIncrement(), files.size())));
                done++;
            }
            return done;
        };
        AtomicInteger thread = new AtomicInteger();
        ExecutorService pool =
                Executors.newFixedThreadPool(threads, loops -> new Thread(loops, "loop-" + thread.getAndIncrement()));
        try {
            int done = 0;
            for (Future<Integer> each : pool.invokeAll(new ArrayList<>(java.util.Collections.nCopies(threads, loop)))) {
                done += each.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private static double once(Work work, Path file) throws Exception {
        long start = System.nanoTime();
        work.on(file);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Work check(TrustSettings trust, ValidationState wanted) {
        Verifier verifier = Credentials.verifier(trust);
        return file -> {
            ValidationState state = verifier.verify(file).state();
            if (state != wanted) {
                throw new IllegalStateException(file + " is " + state + ", not " + wanted);
            }
        };
    }

    private Work sign() throws Exception {
        Signing signing = Credentials.sign(PemSigner.open(pki.resolve("es256.key"), pki.resolve("es256.pem"), Optional.empty()))
                .output(OutputOptions.standard().replacing());
        Declaration made = Declaration.of(DigitalSourceType.DIGITAL_CREATION);
        // Taking a name from another file costs more than a new name on some disks, so there is none.
        return file -> {
            Files.deleteIfExists(own(file));
            signing.write(file, own(file), made, Progress.NONE);
        };
    }

    /** A name that no other thread uses at the time, and the next task uses again, so that the disk does not fill. */
    private Path own(Path file) {
        return scratch.resolve(Thread.currentThread().getName() + "-" + file.getFileName());
    }

    private static byte[] digest(Path file, ByteBuffer buffer) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        }
        return digest.digest();
    }

    /** The least that a verification can do: read, hash, and verify one signature with a key that is known. */
    private Work limit() throws Exception {
        ECDomainParameters domain = domain();
        Certificate certificate;
        try (PemReader pem = new PemReader(Files.newBufferedReader(pki.resolve("es256.pem")))) {
            certificate = Certificate.getInstance(pem.readPemObject().getContent());
        }
        byte[] point = certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
        ECPublicKeyParameters known = new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain);
        java.math.BigInteger secret = java.math.BigInteger.valueOf(0x1234567);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ECPrivateKeyParameters(secret, domain));
        java.math.BigInteger[] signature = signer.generateSignature(new byte[32]);
        ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER));
        return file -> {
            digest(file, buffers.get());
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, known);
            // A signature of another key takes as long to refuse as a right one to accept.
            if (verifier.verifySignature(new byte[32], signature[0], signature[1])) {
                throw new IllegalStateException("a signature of another key was accepted");
            }
        };
    }

    /** The least that signing can do: read, hash, sign, write and move. */
    private Work signLimit() throws Exception {
        var key = java.security.KeyPairGenerator.getInstance("EC");
        key.initialize(256);
        var pair = key.generateKeyPair();
        return file -> {
            byte[] bytes = Files.readAllBytes(file);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            var signature = java.security.Signature.getInstance("NONEwithECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(hash);
            signature.sign();
            Path temp = Files.write(scratch.resolve(Thread.currentThread().getName() + ".tmp"), bytes);
            Files.deleteIfExists(own(file));
            Files.move(temp, own(file), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        };
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /** The most memory that this process ever had, in MB. */
    private static double peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + ManagementFactory.getRuntimeMXBean().getPid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }
}
