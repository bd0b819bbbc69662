package io.github.genaigate.maven;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.gate.Gate;
import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** Everything that the criteria and the readers declare about themselves, as plain text. */
final class Listing {

    private final Gate gate;
    private final List<String> lines = new ArrayList<>();

    Listing(Gate gate) {
        this.gate = gate;
    }

    List<String> lines() {
        lines.clear();
        lines.add("CRITERIA (" + gate.criteria().size() + ")");
        gate.criteria().stream().map(Criterion::about).forEach(this::criterion);
        lines.add("");
        lines.add("SETTINGS OF EVERY CRITERION");
        CommonSettings.ALL.forEach(this::setting);
        lines.add("");
        lines.add("FORMATS OF EVIDENCE (" + gate.readers().size() + ")");
        int width = gate.readers().stream()
                .mapToInt(reader -> reader.format().length())
                .max()
                .orElse(0);
        for (EvidenceReader reader : gate.readers()) {
            lines.add("  " + padded(reader.format(), width) + "  " + reader.purpose());
            lines.add("  " + padded("", width) + "  gives " + reader.shape().noun());
        }
        return List.copyOf(lines);
    }

    private void criterion(About about) {
        lines.add("");
        lines.add("  " + about.id());
        lines.add("    " + about.purpose());
        if (!about.settings().isEmpty()) {
            lines.add("    in a policy:");
            about.settings().forEach(this::setting);
        }
        about.section().ifPresent(section -> {
            lines.add("    in the manifest, under " + section.name() + ":");
            section.fields().fields().forEach(field -> field(field, "      "));
        });
    }

    private void setting(Setting<?> setting) {
        lines.add("      " + setting.name() + ": " + described(setting.field().kind()));
        lines.add("        " + setting.field().meaning());
        lines.add("        " + setting.strictness().rule());
        members(setting.field().kind()).forEach(field -> field(field, "        "));
    }

    private void field(Field<?> field, String indent) {
        lines.add(indent + field.name() + ": " + described(field.kind()) + (field.required() ? "" : ", optional"));
        lines.add(indent + "  " + field.meaning());
        members(field.kind()).forEach(member -> field(member, indent + "  "));
    }

    /** The kind without the names of its members, which stand on lines of their own. */
    private static String described(Kind<?> kind) {
        if (kind instanceof Kind.ListOf<?> list) {
            return members(kind).isEmpty() ? list.description() : "a list, each entry with";
        }
        if (kind instanceof Kind.MapOf<?> map) {
            return members(kind).isEmpty() ? map.description() : "a map from " + map.keys() + " to";
        }
        return members(kind).isEmpty() ? kind.description() : "a map with";
    }

    private static List<Field<?>> members(Kind<?> kind) {
        if (kind instanceof Kind.Group group) {
            return group.fields();
        }
        if (kind instanceof Kind.ShortForm form) {
            return form.group().fields();
        }
        if (kind instanceof Kind.ListOf<?> list) {
            return members(list.element());
        }
        return kind instanceof Kind.MapOf<?> map ? members(map.value()) : List.of();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
