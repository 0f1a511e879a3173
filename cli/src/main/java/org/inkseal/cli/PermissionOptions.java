package org.inkseal.cli;

import java.util.Optional;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import picocli.CommandLine.Option;

/** The options that say what a picture may be used for. */
final class PermissionOptions {
    @Option(names = "--train", paramLabel = "no|yes", description = "One answer to all four uses below.")
    private Optional<Answer> all = Optional.empty();

    @Option(names = "--training", paramLabel = "no|yes", description = "Training models that generate nothing.")
    private Optional<Answer> training = Optional.empty();

    @Option(names = "--generative", paramLabel = "no|yes", description = "Training models that generate content.")
    private Optional<Answer> generative = Optional.empty();

    @Option(names = "--mining", paramLabel = "no|yes", description = "Text and data mining.")
    private Optional<Answer> mining = Optional.empty();

    @Option(names = "--inference", paramLabel = "no|yes", description = "Being the input of a model.")
    private Optional<Answer> inference = Optional.empty();

    /** An answer to a use. */
    enum Answer {
        /** Not allowed. */
        NO(Permission.NOT_ALLOWED),
        /** Allowed. */
        YES(Permission.ALLOWED);

        private final Permission permission;

        Answer(Permission permission) {
            this.permission = permission;
        }

        /** As it is written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The answers to all uses.
     *
     * @param otherwise the answer to a use that no option speaks of
     */
    Permissions permissions(Permission otherwise) {
        Permissions answers = Permissions.all(all.map(answer -> answer.permission).orElse(otherwise));
        answers = changed(answers, Use.AI_TRAINING, training);
        answers = changed(answers, Use.AI_GENERATIVE_TRAINING, generative);
        answers = changed(answers, Use.DATA_MINING, mining);
        return changed(answers, Use.AI_INFERENCE, inference);
    }

    private static Permissions changed(Permissions answers, Use use, Optional<Answer> answer) {
        return answer.isPresent() ? answers.with(use, answer.get().permission) : answers;
    }
}
