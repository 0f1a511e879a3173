package org.inkseal.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inkseal.cbor.JsonReader;
import org.inkseal.cbor.Value;
import org.inkseal.crypto.SignatureAlgorithm;
import org.inkseal.io.Budget;
import org.inkseal.io.Bytes;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.Signer;
import org.inkseal.sign.SignerCertificates;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.Pem;

/**
 * Key source: another program, by the protocol of c2patool. Called with {@code --signer-info} it writes a JSON object with
 * {@code alg} and {@code sign_cert}; called without, it reads what is to be signed and writes the bare signature.
 */
final class SubprocessSigner implements Signer {
    private static final int MOST_INFO = 1 << 20;

    /** An RSA key of 16384 bits gives 2048 bytes. */
    private static final int MOST_SIGNATURE = 8 << 10;

    private final Subprocess program;
    private final SignerCertificates own;
    private final Optional<String> timeStampAuthority;

    private SubprocessSigner(Subprocess program, SignerCertificates own, Optional<String> timeStampAuthority) {
        this.program = program;
        this.own = own;
        this.timeStampAuthority = timeStampAuthority;
    }

    /**
     * Asks the program who it is.
     *
     * @param command the program and its arguments
     * @param patience how long each run may take
     * @throws SigningException if it does not answer, or its answer cannot be used
     */
    static SubprocessSigner open(List<String> command, Duration patience) throws SigningException {
        Subprocess program = new Subprocess(command, patience);
        Bytes answer = run(program.with("--signer-info"), Bytes.EMPTY, MOST_INFO);
        try {
            Value info = JsonReader.read(answer, Budget.standard());
            String name = text(info, "alg").orElse("");
            SignatureAlgorithm algorithm = SignatureAlgorithm.of(name.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new SigningException("--signer: \"alg\" is not an algorithm of C2PA: " + name));
            List<Bytes> chain = Pem.certificates(text(info, "sign_cert").orElse(""));
            SignerCertificates own = SignerCertificates.of(SignerCertificates.parse(chain), algorithm);
            return new SubprocessSigner(program, own, text(info, "tsa_url"));
        } catch (MalformedException e) {
            throw new SigningException("--signer: the answer to --signer-info is not JSON: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SigningException("--signer: \"sign_cert\": " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Value info, String key) {
        return info.get(key).flatMap(Value::asText);
    }

    /** The time-stamp authority that the program would have asked. */
    Optional<String> timeStampAuthority() {
        return timeStampAuthority;
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return own.algorithm();
    }

    @Override
    public List<Bytes> certificates() {
        return own.chain();
    }

    @Override
    public int signatureLength() {
        return own.signatureLength();
    }

    @Override
    public Bytes sign(Bytes message) throws SigningException {
        Bytes signature = run(program, message, MOST_SIGNATURE);
        if (signature.length() != own.signatureLength()) {
            boolean der = signature.startsWith(0, (byte) 0x30) && own.signatureLength() < 256;
            throw new SigningException("--signer: a signature of " + signature.length() + " bytes; with "
                    + own.algorithm().label() + " and this key it has " + own.signatureLength()
                    + (der ? ": r and s one after the other, not in DER" : ""));
        }
        return signature;
    }

    private static Bytes run(Subprocess program, Bytes input, int most) throws SigningException {
        try {
            return program.run(input, most);
        } catch (IOException e) {
            throw new SigningException("--signer: " + program.command().get(0) + " " + e.getMessage(), e);
        }
    }
}
