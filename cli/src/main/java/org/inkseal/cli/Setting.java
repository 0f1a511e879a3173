package org.inkseal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or parameter of a command, and what was given for it. It is declared without annotations: reading those
 * would take a third of the time of a short run.
 */
final class Setting<T> {
    private final ArgSpec spec;

    private Setting(ArgSpec spec) {
        this.spec = spec;
    }

    /** An option without a value. */
    static Setting<Boolean> flag(String description, String... names) {
        return new Setting<>(flagSpec(description, names).build());
    }

    /** The option that shows the help of its command. */
    static Setting<Boolean> help() {
        return new Setting<>(
                flagSpec("Show this help.", "-h", "--help").usageHelp(true).build());
    }

    /** The option that shows the version. */
    static Setting<Boolean> version() {
        return new Setting<>(flagSpec("Show the version.", "-V", "--version")
                .versionHelp(true)
                .build());
    }

    /** An option with a value, which may be given once. */
    static <T> Setting<T> option(Class<T> type, String label, String description, String... names) {
        return new Setting<>(optionSpec(type, label, description, names).build());
    }

    /** An option whose value may be left out. */
    static <T> Setting<T> optionalValue(Class<T> type, String label, String fallback, String description, String name) {
        return new Setting<>(optionSpec(type, label, description, name)
                .arity("0..1")
                .fallbackValue(fallback)
                .build());
    }

    /** An option whose value may follow after {@code =} only, so that the next argument is never taken for it. */
    static <T extends Enum<T>> Setting<T> attachedValue(
            Class<T> type, String label, T without, String description, String name) {
        return new Setting<>(optionSpec(type, label, description, name)
                .arity("0..1")
                .fallbackValue(without.name())
                .preprocessor((arguments, command, option, info) -> {
                    boolean attached = "=".equals(info.get("separator"));
                    if (!attached) {
                        option.setValue(without);
                    }
                    return !attached;
                })
                .build());
    }

    /** An option with a file, which may be given several times. */
    static Setting<List<Path>> files(String label, String description, String name) {
        return new Setting<>(optionSpec(List.class, label, description, name)
                .auxiliaryTypes(Path.class)
                .build());
    }

    /** An option with a text, which may be given several times. */
    static Setting<List<String>> texts(String label, String description, String name) {
        return new Setting<>(optionSpec(List.class, label, description, name)
                .auxiliaryTypes(String.class)
                .build());
    }

    /** An option with words, which may be given several times, or once with commas between the words. */
    static <T> Setting<List<T>> words(Class<T> type, String label, String description, String name) {
        return new Setting<>(optionSpec(List.class, label, description, name)
                .auxiliaryTypes(type)
                .splitRegex(",")
                .build());
    }

    /** The parameter of a command that takes one file. */
    static Setting<Path> oneFile(String label, String description) {
        return new Setting<>(PositionalParamSpec.builder()
                .required(true)
                .type(Path.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** A parameter that may be left out. */
    static <T> Setting<T> maybe(Class<T> type, String label, String description) {
        return new Setting<>(PositionalParamSpec.builder()
                .arity("0..1")
                .type(type)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** Parameters that may be left out. */
    static Setting<List<String>> words(String label, String description) {
        return new Setting<>(PositionalParamSpec.builder()
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** A text that must be given as a parameter. */
    static Setting<String> name(String label, String description) {
        return new Setting<>(PositionalParamSpec.builder()
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** The parameters of a command that takes one file or more. */
    static Setting<List<Path>> someFiles(String label, String description) {
        return new Setting<>(PositionalParamSpec.builder()
                .required(true)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .arity("1..*")
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** Adds this to a command, after all that it has. */
    void addTo(CommandSpec command) {
        command.add(spec);
    }

    /** Adds settings to a command, in this order and after all that it has. */
    static void add(CommandSpec command, Setting<?>... settings) {
        for (Setting<?> setting : settings) {
            setting.addTo(command);
        }
    }

    /** What was given; nothing before the command line is read. */
    Optional<T> value() {
        T value = spec.getValue();
        return Optional.ofNullable(value);
    }

    /** Whether a flag was given. */
    static boolean on(Setting<Boolean> flag) {
        return flag.value().orElse(false);
    }

    private static OptionSpec.Builder flagSpec(String description, String... names) {
        return OptionSpec.builder(names).type(boolean.class).description(description);
    }

    private static OptionSpec.Builder optionSpec(Class<?> type, String label, String description, String... names) {
        return OptionSpec.builder(names).type(type).paramLabel(label).description(description);
    }
}
