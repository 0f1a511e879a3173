package org.inkseal.cli;

import java.util.List;
import java.util.Locale;
import org.inkseal.Version;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the language of {@code man} (man(7)), made of what its {@code --help} says. */
final class ManPage {
    private final CommandLine command;
    private final CommandSpec spec;
    private final StringBuilder page = new StringBuilder();

    private ManPage(CommandLine command) {
        this.command = command;
        this.spec = command.getCommandSpec();
    }

    static String of(CommandLine command) {
        return new ManPage(command).write();
    }

    private String write() {
        String name = spec.qualifiedName("-");
        List<String> description = List.of(spec.usageMessage().description());
        macro(".TH \"" + name.toUpperCase(Locale.ROOT) + "\" 1 \"\" \"inkseal " + Version.current() + "\"");
        section("NAME");
        text(name + " - " + summary(description));
        section("SYNOPSIS");
        text(command.getHelp().synopsis(0).strip());
        section("DESCRIPTION");
        description.forEach(this::paragraph);
        arguments();
        commands();
        footer();
        section("EXIT STATUS");
        text("0 all good, 1 something did not pass, 2 wrong usage, 3 something could not be read or written.");
        return page.toString();
    }

    /** The first sentence, without its full stop. */
    private static String summary(List<String> description) {
        String first = description.isEmpty() ? "" : description.get(0);
        int end = first.indexOf(". ");
        String sentence = end < 0 ? first : first.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void arguments() {
        section("OPTIONS");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            argument(parameter.paramLabel(), parameter);
        }
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
            argument(String.join(", ", option.names()) + value, option);
        }
    }

    private void argument(String heading, ArgSpec argument) {
        item(heading, String.join(" ", argument.description()));
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            section("COMMANDS");
            spec.subcommands().forEach((name, below) -> {
                CommandSpec sub = below.getCommandSpec();
                item(
                        sub.qualifiedName("-") + "(1)",
                        summary(List.of(sub.usageMessage().description())));
            });
        }
    }

    /** Lines that are indented are for the command line, and stay as they are. */
    private void footer() {
        section("EXAMPLES");
        for (String line : spec.usageMessage().footer()) {
            if (line.startsWith("  ")) {
                macro(".EX");
                text(line);
                macro(".EE");
            } else {
                paragraph(line);
            }
        }
    }

    private void section(String title) {
        macro(".SH " + title);
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            macro(".PP");
            text(text);
        }
    }

    private void item(String heading, String text) {
        macro(".TP");
        macro("\\fB" + escaped(heading) + "\\fR");
        text(text);
    }

    private void macro(String line) {
        page.append(line).append('\n');
    }

    private void text(String text) {
        // A line that began with a dot or an apostrophe would be a command.
        page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
                .append(escaped(text))
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", "\n.br\n");
    }
}
