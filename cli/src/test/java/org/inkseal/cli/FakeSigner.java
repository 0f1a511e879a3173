package org.inkseal.cli;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import org.inkseal.trust.Credential;
import org.inkseal.trust.KeyStores;
import org.inkseal.trust.Pem;

/** A program that signs for another, honestly or not: {@code FakeSigner HABIT FOLDER [--signer-info]}. */
final class FakeSigner {
    private static final char[] PASSPHRASE = "inkseal".toCharArray();

    private FakeSigner() {}

    /** The command line that runs it. */
    static String command(String habit, Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + FakeSigner.class.getName() + " " + habit + " '" + folder + "'";
    }

    public static void main(String[] args) throws Exception {
        String habit = args[0];
        Path folder = Path.of(args[1]);
        Credential own = KeyStores.load(folder.resolve("key.p12"), PASSPHRASE);
        if (args.length > 2) {
            System.out.println(info(habit, own));
            return;
        }
        byte[] message = habit.equals("reads-nothing") ? new byte[0] : System.in.readAllBytes();
        switch (habit) {
            case "short" -> write(Arrays.copyOf(sign(own, message, true), 63));
            case "long" -> write(Arrays.copyOf(sign(own, message, true), 65));
            case "der" -> write(sign(own, message, false));
            case "zeros", "reads-nothing" -> write(new byte[64]);
            case "other-key" -> write(sign(KeyStores.load(folder.resolve("other.p12"), PASSPHRASE), message, true));
            case "other-message" -> write(sign(own, new byte[] {1}, true));
            case "silent" -> write(new byte[0]);
            case "dies" -> {
                write(sign(own, message, true));
                System.err.println("no more paper \u001b[31m");
                System.exit(7);
            }
            case "hangs" -> hang(folder);
            case "leaves-a-child" -> {
                Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                Files.writeString(folder.resolve("pid"), child.pid() + "");
            }
            case "floods" -> flood(System.out);
            case "complains-much" -> {
                System.err.println("x".repeat(1 << 20));
                write(sign(own, message, true));
            }
            case "tells" -> {
                Files.writeString(folder.resolve("told"), System.getenv().toString());
                write(sign(own, message, true));
            }
            default -> write(sign(own, message, true));
        }
    }

    private static String info(String habit, Credential own) throws Exception {
        if (habit.equals("info-hangs")) {
            Thread.sleep(600_000);
        }
        if (habit.equals("info-no-json")) {
            return "alg=es256";
        }
        String chain = Pem.encode("CERTIFICATE", own.leaf().der())
                + Pem.encode("CERTIFICATE", own.last().der());
        return JsonWriter.write(
                Value.dict()
                        .put("alg", habit.equals("info-other-algorithm") ? "ps256" : "Es256")
                        .put("sign_cert", habit.equals("info-no-certificate") ? "none" : chain)
                        .put("tsa_url", "https://tsa.example/\u001b[31m")
                        .put("reserve_size", 10_000)
                        .build(),
                false);
    }

    private static void hang(Path folder) throws Exception {
        Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "");
        Instant end = Instant.now().plusSeconds(600);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(1000);
        }
    }

    private static void flood(OutputStream out) throws Exception {
        for (int i = 0; i < 1 << 20; i++) {
            out.write(new byte[1024]);
        }
    }

    private static byte[] sign(Credential credential, byte[] message, boolean plain) throws Exception {
        Signature signature =
                Signature.getInstance(plain ? "SHA256withECDSAinP1363Format" : "SHA256withECDSA", "SunEC");
        signature.initSign(credential.key());
        signature.update(message);
        return signature.sign();
    }

    private static void write(byte[] bytes) {
        List.of(bytes).forEach(part -> System.out.write(part, 0, part.length));
        System.out.flush();
    }
}
