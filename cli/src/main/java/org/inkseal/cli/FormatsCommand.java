package org.inkseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.inkseal.asset.AssetFormat;
import org.inkseal.asset.AssetFormats;
import org.inkseal.cbor.JsonWriter;
import org.inkseal.cbor.Value;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inkseal formats}: what can be done with which pictures. */
final class FormatsCommand implements Callable<Integer> {
    private static final List<String> TITLES = List.of("format", "read", "sign", "strip", "binding", "file names");

    private final Terminal terminal;

    private final Setting<Boolean> json = Setting.flag("Answer with one JSON document.", "--json");

    private final HelpOption help = new HelpOption();

    FormatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its options and its help. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("formats");
        spec.usageMessage()
                .description(
                        "Shows which formats can be read, signed and stripped, and how credentials are bound to them.",
                        "A file is known by its content; its name is not looked at.")
                .footer("", "Example:", "  inkseal formats --json");
        Setting.add(spec, json);
        help.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        if (Setting.on(json)) {
            terminal.out().println(JsonWriter.write(document(), true));
        } else {
            table().forEach(terminal.out()::println);
        }
        return ExitCode.GOOD;
    }

    /** The cells of a format, in the order of the titles. */
    static List<String> row(AssetFormat format) {
        String names = String.join(
                " ", format.extensions().stream().map(ending -> "." + ending).toList());
        return List.of(format.name(), "yes", "yes", "yes", String.join(", ", format.bindings()), names);
    }

    private static List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        AssetFormats.all().forEach(format -> rows.add(row(format)));
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static Value.Dict document() {
        List<Value> formats = new ArrayList<>();
        for (AssetFormat format : AssetFormats.all()) {
            formats.add(Value.dict()
                    .put("name", format.name())
                    .put("mediaType", format.mediaType())
                    .put("extensions", texts(format.extensions()))
                    .put("read", true)
                    .put("sign", true)
                    .put("strip", true)
                    .put("bindings", texts(format.bindings()))
                    .build());
        }
        return Value.dict().put("formats", formats).build();
    }

    private static List<Value> texts(List<String> texts) {
        return texts.stream().map(Value::of).toList();
    }
}
