package dev.penstock.cli.command;

import dev.penstock.cli.output.NameTable;
import dev.penstock.controls.mod.Mod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Resources of a mod, then those of the mods that it requires, under their full names. */
final class ModRows {
    private ModRows() {}

    /** A list of resources; the first cell of a row is the mod, the second the name. */
    static <T> NameTable of(
            Mod mod, Function<Mod, ? extends Collection<? extends T>> all, Function<T, List<String>> row) {
        List<List<String>> rows = new ArrayList<>();
        all.apply(mod).forEach(one -> rows.add(row.apply(one)));
        mod.required().values().forEach(required -> all.apply(required).forEach(one -> rows.add(row.apply(one))));
        return new NameTable(List.of("mod", "name", "title"), rows);
    }

    /** One row. */
    static List<String> row(String mod, String name, String title) {
        return List.of(mod, name, title);
    }
}
