package org.inkseal.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.inkseal.io.MalformedException;
import org.inkseal.sign.SigningException;
import org.inkseal.trust.LockedException;
import org.inkseal.verify.UnsupportedFormatException;

/**
 * An exception in words.
 *
 * @param exitCode what it does to the exit code
 * @param what what went wrong, in lower case and without a full stop
 * @param hint what to do about it
 * @param cause for who asks for stack traces
 */
record Trouble(int exitCode, String what, Optional<String> hint, Exception cause) {
    /** Puts an exception into words. */
    static Trouble of(Exception e) {
        if (e instanceof UsageException usage) {
            return new Trouble(ExitCode.USAGE, message(e), usage.hint(), e);
        }
        if (e instanceof RefusedException refused) {
            return new Trouble(ExitCode.NOT_PASSED, message(e), Optional.of(refused.hint()), e);
        }
        if (e instanceof SigningException) {
            return new Trouble(ExitCode.NOT_PASSED, message(e), Optional.empty(), e);
        }
        if (e instanceof MalformedException malformed) {
            return new Trouble(ExitCode.NOT_PASSED, malformed.describe(), Optional.empty(), e);
        }
        if (e instanceof IOException io) {
            return access(io);
        }
        return new Trouble(
                ExitCode.NO_ACCESS,
                "internal error: " + e,
                Optional.of("this is a bug; INKSEAL_DEBUG=1 shows where it happened"),
                e);
    }

    private static Trouble access(IOException e) {
        if (e instanceof FileAlreadyExistsException existing) {
            return new Trouble(
                    ExitCode.NO_ACCESS,
                    existing.getFile() + " exists already",
                    Optional.of("--force replaces existing outputs"),
                    e);
        }
        boolean locked =
                e.getCause() instanceof SigningException && e.getCause().getCause() instanceof LockedException;
        Optional<String> hint =
                locked ? Optional.of("INKSEAL_PASSPHRASE or --passphrase-file gives the passphrase") : Optional.empty();
        return new Trouble(ExitCode.NO_ACCESS, reason(e), hint, e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (e instanceof EOFException) {
            return "the file ended early; was it changed meanwhile?";
        }
        if (e instanceof CharacterCodingException) {
            return "not a text file in UTF-8";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return lower(system.getReason());
        }
        return message(e);
    }

    /** Whether it is only that the file is no picture. */
    boolean isUnsupportedFormat() {
        return cause instanceof UnsupportedFormatException;
    }

    /** The message without the name of the file in front, which is told anyway. */
    String about(String file) {
        if (what.startsWith(file + ": ")) {
            return what.substring(file.length() + 2);
        }
        return what.startsWith(file + " ") ? what.substring(file.length() + 1) : what;
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : lower(message);
    }

    /** Lowers the first letter, unless the word is an abbreviation. */
    static String lower(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
