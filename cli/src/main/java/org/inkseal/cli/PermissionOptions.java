package org.inkseal.cli;

import java.util.Optional;
import org.inkseal.report.Permission;
import org.inkseal.report.Permissions;
import org.inkseal.report.Use;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say what a picture may be used for. */
final class PermissionOptions {
    private final Setting<Answer> all =
            Setting.option(Answer.class, "no|yes", "One answer to all four uses below.", "--train");

    private final Setting<Answer> training =
            Setting.option(Answer.class, "no|yes", "Training models that generate nothing.", "--training");

    private final Setting<Answer> generative =
            Setting.option(Answer.class, "no|yes", "Training models that generate content.", "--generative");

    private final Setting<Answer> mining = Setting.option(Answer.class, "no|yes", "Text and data mining.", "--mining");

    private final Setting<Answer> inference =
            Setting.option(Answer.class, "no|yes", "Being the input of a model.", "--inference");

    /** Adds these options to a command. */
    void addTo(CommandSpec command) {
        Setting.add(command, all, training, generative, mining, inference);
    }

    /** Whether any answer was given. */
    boolean isGiven() {
        return all.value().isPresent()
                || training.value().isPresent()
                || generative.value().isPresent()
                || mining.value().isPresent()
                || inference.value().isPresent();
    }

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
        Permissions answers =
                Permissions.all(all.value().map(answer -> answer.permission).orElse(otherwise));
        answers = changed(answers, Use.AI_TRAINING, training.value());
        answers = changed(answers, Use.AI_GENERATIVE_TRAINING, generative.value());
        answers = changed(answers, Use.DATA_MINING, mining.value());
        return changed(answers, Use.AI_INFERENCE, inference.value());
    }

    private static Permissions changed(Permissions answers, Use use, Optional<Answer> answer) {
        return answer.isPresent() ? answers.with(use, answer.get().permission) : answers;
    }
}
